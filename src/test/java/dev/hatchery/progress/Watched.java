package dev.hatchery.progress;

import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run's progress with its clock in the hand, awake exactly when it wants to be. */
final class Watched {
  private static final int PER_SECOND = 10;

  final List<Seen> seen = new ArrayList<>();
  final List<Batch> batches = new ArrayList<>();
  Instant now = Runs.DAWN;
  RunProgress progress;
  Standing standing;
  private long epoch = 1;
  private long ticket;

  Watched(Run run) {
    progress = RunProgress.open(run, PER_SECOND, now);
    standing = run.standing();
  }

  static Watched fresh() {
    return new Watched(Runs.fresh());
  }

  Watched enter(Progress.Enter entered) {
    progress.enter(entered, now);
    return drain();
  }

  Watched measure(Progress.Measure report) {
    progress.measure(report, now);
    return drain();
  }

  Optional<Problem> reach(Progress.Reach reach) {
    var refused = progress.reach(reach, ++ticket, now);
    drain();
    return refused;
  }

  /** Lets time pass; whatever becomes due meanwhile happens at its very millisecond. */
  Watched pass(Duration duration) {
    var until = now.plus(duration);
    for (var wake = progress.wakeAt(); wake != null && !wake.isAfter(until); ) {
      now = wake.isAfter(now) ? wake : now.plusMillis(1);
      if (now.isAfter(until)) {
        break;
      }
      drain();
      wake = progress.wakeAt();
    }
    now = until;
    return drain();
  }

  Watched passMillis(long millis) {
    return pass(Duration.ofMillis(millis));
  }

  /** The node dies and another goes on from what the journal has. */
  Watched restart() {
    epoch++;
    progress = RunProgress.open(row(), PER_SECOND, now);
    return this;
  }

  /** The same node claims the run anew. */
  Watched reclaim() {
    epoch++;
    progress = progress.reopen(row(), now);
    return this;
  }

  Watched drain() {
    progress.due(now).ifPresent(this::record);
    return this;
  }

  Seen last() {
    return seen.getLast();
  }

  List<String> types() {
    return seen.stream().map(Seen::type).toList();
  }

  List<Double> shown() {
    return seen.stream().map(Seen::progress).toList();
  }

  List<Seen> of(String type) {
    return seen.stream().filter(one -> one.type().equals(type)).toList();
  }

  @Nullable Seen at(long millis) {
    var at = Runs.DAWN.plusMillis(millis);
    return seen.stream()
        .filter(one -> !one.at().isAfter(at))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private Run row() {
    var ended = !seen.isEmpty() && last().draft().ending();
    var status = ended ? RunStatus.FAILED : RunStatus.RUNNING;
    return Runs.standing(status, standing, seen.size(), epoch);
  }

  private void record(Batch batch) {
    batches.add(batch);
    batch.drafts().stream().map((Journal.Draft draft) -> Seen.of(draft)).forEach(seen::add);
    standing = batch.change().standing();
  }
}
