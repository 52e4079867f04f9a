package dev.hatchery.journey;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** All calls of one kind, held against what may be paid for. */
final class PaidCalls {
  /** A node that wakes ends first what it did for somebody else's run. */
  private static final long WAKING = Duration.ofSeconds(1).toNanos();

  private final List<PaidCall> calls;
  private final List<Nap> naps;

  PaidCalls(List<PaidCall> calls, List<Nap> naps) {
    this.calls = calls.stream().sorted(comparingLong(PaidCall::from)).toList();
    this.naps = naps;
  }

  /** Of each run there is one at a time, and none of an epoch after one of a later epoch. */
  void neverInterleave() {
    calls.stream().collect(groupingBy(PaidCall::run)).values().forEach(this::oneAtATime);
  }

  private void oneAtATime(List<PaidCall> ofOneRun) {
    assertThat(ofOneRun).extracting(PaidCall::attempt).isSorted();
    assertThat(ofOneRun)
        .extracting(PaidCall::attempt)
        .filteredOn(attempt -> attempt > 0)
        .as("a claim pays once")
        .doesNotHaveDuplicates();
    for (var n = 1; n < ofOneRun.size(); n++) {
      var before = ofOneRun.get(n - 1);
      var next = ofOneRun.get(n);
      assertThat(before)
          .as("was over, or asleep, when %s began", next)
          .matches(call -> call.to() < next.from() || asleep(call, next.from()));
    }
  }

  /** What a sleeping node has started nobody else can end. */
  private boolean asleep(PaidCall call, long at) {
    return naps.stream()
        .filter(nap -> nap.node().equals(call.node()))
        .anyMatch(nap -> nap.from() < at && at < nap.to() && call.to() < nap.to() + WAKING);
  }
}
