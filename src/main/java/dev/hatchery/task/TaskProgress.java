package dev.hatchery.task;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checklist.Outcome;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a task is by what its program reports: never back, and 100 only when it passed. Its
 * stories measure it where it said how many there are, and otherwise the percentage that it says
 * itself.
 */
final class TaskProgress {
  private static final double WHOLE = 100;

  /** What is shown at most before the program says that it is done. */
  private static final double MOST = 99;

  /** How it stands at one moment, to come back to; to keep it copies nothing. */
  record Standing(Checklist list, double measured, Pace pace) {}

  private Checklist list;
  private double measured;
  private Pace pace;

  private TaskProgress(Checklist list, double measured, Pace pace) {
    this.list = list;
    this.measured = measured;
    this.pace = pace;
  }

  /** A task that begins. */
  static TaskProgress begin(@Nullable String taskId, String title, Instant now) {
    var list = new Checklist(taskId, title, null, 0, false, now, null, List.of(), null, null);
    return new TaskProgress(list, 0, new Pace(0, now));
  }

  /** A task that goes on after a restart: its pace is to be learned anew. */
  static TaskProgress resume(Checklist list, double measured) {
    return new TaskProgress(list, measured, new Pace(measured / WHOLE, null));
  }

  Standing standing() {
    return new Standing(list, measured, pace);
  }

  /** It is as it was then, whatever it has heard since. */
  void restore(Standing then) {
    list = then.list();
    measured = then.measured();
    pace = then.pace();
  }

  Checklist checklist() {
    return list;
  }

  /** 0 to 100. */
  double measured() {
    return measured;
  }

  void hear(Report report, Instant now) {
    list = Bookkeeping.enter(list, report, now);
    var before = measured;
    measured = Math.max(measured, percent(report));
    if (measured > before) {
      pace = pace.hear(measured / WHOLE, now);
    }
  }

  /** How long it still takes, by its pace, else by what its program foretold; or null. */
  @Nullable Eta eta(Instant now) {
    if (list.outcome() != null) {
      return null;
    }
    var paced = pace.eta(now);
    return paced == null ? foretold(now) : paced;
  }

  /** What may be shown while the program is silent: nothing unless it foretold a duration. */
  Progress.@Nullable Guess guess() {
    var estimate = list.estimate();
    if (estimate == null || list.outcome() != null) {
      return null;
    }
    var to = list.storyCount() == 0 ? WHOLE : measured + Share.next(list) * WHOLE;
    var part = (to - measured) / WHOLE;
    var typical = Duration.ofMillis(Math.round(estimate.toMillis() * part));
    return typical.isZero() ? null : new Progress.Guess(Math.min(to, WHOLE), typical);
  }

  private double percent(Report report) {
    if (list.outcome() == Outcome.PASSED) {
      return WHOLE;
    }
    var share = Share.done(list);
    if (share != null) {
      return Math.min(MOST, share * WHOLE);
    }
    return report instanceof Report.Measured told ? Math.min(MOST, told.percent()) : 0;
  }

  private @Nullable Eta foretold(Instant now) {
    var estimate = list.estimate();
    if (estimate == null) {
      return null;
    }
    var half = estimate.minus(Duration.between(list.begun(), now));
    var most = half.plus(estimate.dividedBy(2));
    if (!most.isPositive()) {
      return null;
    }
    return new Eta(half.isNegative() ? Duration.ZERO : half, most);
  }
}
