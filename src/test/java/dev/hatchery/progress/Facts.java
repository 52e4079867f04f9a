package dev.hatchery.progress;

import static dev.hatchery.progress.Runs.PLAN;

import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a run what happens and knows by itself, in the plainest words, what is then true. */
final class Facts {
  final Watched run = Watched.fresh();
  final List<String> milestones = new ArrayList<>();

  /** Messages of the personas that were complete before the painter began. */
  final List<String> backstoriesInTime = new ArrayList<>();

  double measured;
  boolean ended;
  @Nullable Double lastFraction;
  private @Nullable String phase;
  private int reached = -1;
  private long epoch = 1;
  private int words;

  void tell(Step step) {
    switch (step) {
      case Step.Pass pass -> run.pass(pass.duration());
      case Step.Dawdle dawdle -> run.now = run.now.plus(dawdle.duration());
      case Step.Enter enter -> enter(enter.phase(), enter.typical());
      case Step.Measure measure -> measure(measure.phase(), measure.fraction());
      case Step.Nonsense nonsense -> nonsense(nonsense);
      case Step.Milestones some -> milestones(some.count());
      case Step.Backstory backstory -> backstory();
      case Step.Saving saving -> reach(new Happening.Saving(), 100.0);
      case Step.Wait wait -> run.progress.waiting(wait.ahead(), null);
      case Step.Restart restart -> goOn(run.restart());
      case Step.Reclaim reclaim -> goOn(run.reclaim());
      case Step.End end -> end(end.well());
    }
  }

  /** Ends the run unless it has ended, and waits until all is said. */
  void finish() {
    end(false);
    run.pass(Duration.ofMinutes(5));
  }

  private void enter(String name, Duration typical) {
    run.enter(
        name.equals("llm") ? Runs.enterLlm(epoch, typical) : Runs.enterAvatar(epoch, typical));
    if (!ended && PLAN.place(name) >= reached && measured < PLAN.end(name)) {
      phase = name;
      reached = PLAN.place(name);
      measured = Math.max(measured, PLAN.start(name));
      lastFraction = null;
    }
  }

  private void measure(String name, double fraction) {
    run.measure(
        name.equals("llm")
            ? Runs.wrote(epoch, fraction, (int) (fraction * 1000))
            : Runs.painted(epoch, fraction));
    if (!ended && name.equals(phase) && measured < PLAN.end(name)) {
      measured = Math.max(measured, PLAN.percent(name, fraction));
      lastFraction = fraction;
    }
  }

  private void nonsense(Step.Nonsense nonsense) {
    try {
      run.measure(Runs.painted(epoch, nonsense.fraction()));
    } catch (IllegalArgumentException refused) {
      return;
    }
    throw new AssertionError("a fraction of " + nonsense.fraction() + " was taken");
  }

  private void milestones(int count) {
    for (int i = 0; i < count; i++) {
      reach(new Happening.Saving(), null);
    }
  }

  private void backstory() {
    if (reached < 1 && measured <= 25) {
      backstoriesInTime.add("milestone " + (words + 1));
    }
    reach(new Happening.BackstoryComplete(Runs.CINDER, null), 25.0);
  }

  private void end(boolean well) {
    var happening = well ? Runs.complete() : new Happening.Failed("crashed", true);
    reach(happening, null);
  }

  private void reach(Happening happening, @Nullable Double to) {
    var message = "milestone " + ++words;
    var refused =
        run.reach(new Progress.Reach(Runs.ID, epoch, happening, message, to, null)).isPresent();
    if (!refused) {
      milestones.add(message);
      measured = happening instanceof Happening.Complete ? 100 : Math.max(measured, or(to));
      ended |= happening.ending();
    }
  }

  /** What had not been written before is lost; whoever reported it was never answered. */
  private void goOn(Watched resumed) {
    epoch++;
    phase = null;
    reached = resumed.standing.phase() == null ? -1 : PLAN.place(resumed.standing.phase());
    lastFraction = null;
    measured = resumed.standing.measured();
    milestones.retainAll(resumed.seen.stream().map(Seen::message).toList());
    ended = !resumed.seen.isEmpty() && resumed.last().draft().ending();
  }

  private static double or(@Nullable Double to) {
    return to == null ? 0 : to;
  }
}
