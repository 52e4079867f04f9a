package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final Throttle<String> throttle = new Throttle<>(10, List.of());

  @Test
  void aBurstOfTenPassesAtOnceAndTheNewestTickAfterwards() {
    assertThat(burst(20)).hasSize(10);

    assertThat(throttle.take(at(1000))).isEmpty();
    assertThat(throttle.take(at(1001))).containsExactly("tick 20");
    assertThat(throttle.due()).isNull();
  }

  @Test
  void ticksThatAreTooManyComeEvenly() {
    burst(20);
    var passed = new ArrayList<Long>();
    for (long millis = 1; millis <= 1500; millis++) {
      throttle.tick("tick", at(millis));
      if (!throttle.take(at(millis)).isEmpty()) {
        passed.add(millis);
      }
    }

    assertThat(passed).containsExactly(1001L, 1101L, 1201L, 1301L, 1401L);
  }

  @Test
  void afterAQuietSecondABurstPassesAgain() {
    burst(20);
    throttle.take(at(1001));

    assertThat(IntStream.range(0, 9).mapToObj(i -> tick("later", 2500)).toList())
        .allSatisfy(taken -> assertThat(taken).containsExactly("later"));
  }

  @Test
  void aTickNeverPassesAMilestone() {
    burst(11);
    throttle.milestone("milestone");
    throttle.tick("newer", at(0));

    assertThat(throttle.take(at(2000))).containsExactly("tick 11", "milestone");
    assertThat(throttle.take(at(2100))).containsExactly("newer");
  }

  @Test
  void withoutALimitAllPass() {
    var open = new Throttle<String>(0, List.of());
    IntStream.range(0, 50).forEach(i -> open.milestone("milestone"));
    open.tick("tick", at(0));

    assertThat(open.take(at(0))).hasSize(51);
  }

  private List<String> burst(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> tick("tick " + i, 0))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> tick(String words, long millis) {
    throttle.tick(words, at(millis));
    return throttle.take(at(millis));
  }

  private static Instant at(long millis) {
    return Runs.DAWN.plus(Duration.ofMillis(millis));
  }
}
