package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns what workers report about one run into its events: never back, measured and estimated told
 * apart, never too many at once, nothing after the ending. Every method is given the time, which
 * must not step back.
 */
final class RunProgress {
  private final Plan plan;
  private final int perSecond;
  private final Percent percent;
  private final Throttle<Saying> throttle;
  private final Drafting drafting;
  private final PlaceInLine place;
  private @Nullable PhaseInWork phase;
  private @Nullable Quiet quiet;
  private @Nullable String phaseName;
  private boolean ended;
  private int conflated;

  private RunProgress(Run run, int perSecond, Collection<Instant> passed, Instant now) {
    var standing = run.standing();
    plan = new Plan(run.plan());
    this.perSecond = perSecond;
    percent = new Percent(standing.progress(), standing.measured());
    throttle = new Throttle<>(perSecond, passed);
    drafting = new Drafting(run.id(), run.lastSeq());
    place = PlaceInLine.of(run, now);
    phaseName = standing.phase();
    ended = run.status().ended();
  }

  /**
   * Goes on from where the run stands. When its last events were is not known, so they count as
   * just now.
   *
   * @param perSecond how many events any second of the run may hold; 0 for no limit
   */
  static RunProgress open(Run run, int perSecond, Instant now) {
    var passed = Collections.nCopies((int) Math.min(run.lastSeq(), perSecond), now);
    return new RunProgress(run, perSecond, passed, now);
  }

  /** Goes on from where the run stands, after a claim anew on this node. */
  RunProgress reopen(Run run, Instant now) {
    return new RunProgress(run, perSecond, throttle.passed(), now);
  }

  /** Hears that the run waits for its start; counts only before the first phase. */
  void waiting(int ahead, @Nullable Eta eta) {
    place.hear(new Happening.Queued(ahead, eta));
  }

  /** Hears that a phase begins, perhaps again; one that the run has left is ignored. */
  void enter(Progress.Enter entered, Instant now) {
    var begun = new PhaseInWork(entered, plan, percent.shown(), now);
    if (ended || begun.over(percent.shown())) {
      return;
    }
    place.leave();
    phase = begun;
    phaseName = begun.name();
    percent.measure(begun.start());
    tick(begun, now);
  }

  /**
   * Hears how far the current phase is; a report of any other is late and ignored.
   *
   * @throws IllegalArgumentException when the fraction is not 0 to 1
   */
  void measure(Progress.Measure report, Instant now) {
    if (!(report.fraction() >= 0 && report.fraction() <= 1)) {
      throw new IllegalArgumentException("a fraction is 0 to 1, was " + report.fraction());
    }
    var current = phase;
    if (ended || current == null || !current.name().equals(report.phase()) || over(current)) {
      return;
    }
    var news = current.hear(report, now);
    percent.measure(plan.percent(report.phase(), report.fraction()));
    current.measured(report.fraction(), percent.shown(), now);
    if (news) {
      tick(current, now);
    }
  }

  /** Hears of a milestone; gives the problem that refuses it, or nothing. */
  Optional<Problem> reach(Progress.Reach reach, long ticket, Instant now) {
    var refusal = refusal(reach, now);
    if (refusal.isEmpty()) {
      accept(reach, ticket);
    }
    return refusal;
  }

  /**
   * Hears what another program says of its run; false after the ending. Whoever passes it on counts
   * how much of it waits here.
   */
  boolean tell(Progress.Word word, long ticket, Instant now) {
    if (ended) {
      return false;
    }
    percent.measure(word.measured());
    phaseName = plan.phases().getFirst().name();
    var guess = word.guess();
    if (guess != null) {
      quiet = new Quiet(word, guess, percent.shown(), now);
    }
    var happening = word.happening();
    var saying =
        new Saying(
            happening,
            standing(word.message(), word.eta()),
            word.checkpoint(),
            List.of(),
            word.marks(),
            List.of(ticket));
    if (happening.milestone()) {
      throttle.milestone(saying);
    } else {
      tick(saying, now);
    }
    return true;
  }

  /** Whether the run has events that were not drafted here. */
  boolean behind(Run run) {
    return run.lastSeq() > drafting.lastSeq();
  }

  /** What is due for the journal now, numbered; it must be appended before what comes next. */
  Optional<Batch> due(Instant now) {
    estimate(now);
    var queued = throttle.lined() ? null : place.take(now);
    if (queued != null) {
      tick(new Saying(queued, standing(PlaceInLine.words(queued), queued.eta())), now);
    }
    var sayings = throttle.take(now);
    if (sayings.stream().anyMatch(saying -> saying.happening() instanceof Happening.Queued)) {
      place.told(now);
    }
    return sayings.isEmpty() ? Optional.empty() : Optional.of(drafting.batch(sayings, now));
  }

  /** When something is due next unless somebody reports before, or null when nothing is. */
  @Nullable Instant wakeAt() {
    return Stream.of(
            Optional.ofNullable(throttle.due()),
            Optional.ofNullable(throttle.lined() ? null : place.due()),
            Optional.ofNullable(estimateDue()))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** How many ticks were superseded before their turn since this was asked last. */
  int conflated() {
    var since = conflated;
    conflated = 0;
    return since;
  }

  private void estimate(Instant now) {
    var current = phase;
    if (ended) {
      return;
    }
    if (quiet != null) {
      estimate(quiet, now);
    }
    if (current == null || over(current)) {
      return;
    }
    var estimated = current.estimate(percent.shown(), now);
    if (estimated != null) {
      percent.estimate(estimated);
      tick(current, now);
    }
  }

  private void estimate(Quiet silent, Instant now) {
    var estimated = silent.take(percent.shown(), now);
    if (estimated != null) {
      percent.estimate(estimated);
      tick(new Saying(silent.tick(), standing(silent.message(), silent.eta(now))), now);
    }
  }

  private @Nullable Instant estimateDue() {
    if (quiet != null && !ended) {
      return quiet.due(percent.shown());
    }
    return phase == null || ended || over(phase) ? null : phase.estimateDue(percent.shown());
  }

  private boolean over(PhaseInWork current) {
    return current.over(percent.shown());
  }

  private void tick(PhaseInWork current, Instant now) {
    var eta = current.eta(plan.last(current.name()), now);
    tick(new Saying(current.tick(eta), standing(current.message(now), eta)), now);
  }

  private void tick(Saying newest, Instant now) {
    var superseded = throttle.superseded();
    conflated += superseded == null ? 0 : 1;
    throttle.tick(superseded == null ? newest : newest.standingFor(superseded), now);
  }

  private void accept(Progress.Reach reach, long ticket) {
    var happening = reach.milestone();
    var reached = succeeds(happening) ? Double.valueOf(100) : reach.progress();
    if (reached != null) {
      percent.measure(reached);
    }
    if (happening.ending()) {
      ended = true;
      place.leave();
    }
    if (happening instanceof MissionHappening mission) {
      pass(mission);
    }
    throttle.milestone(new Saying(reach, standing(reach.message(), null), ticket));
  }

  /** A mission names its phase by its steps, and while its owner is asked nothing is estimated. */
  private void pass(MissionHappening mission) {
    if (mission instanceof MissionHappening.StepStarted started) {
      phaseName = started.step().word();
      place.leave();
    } else if (mission instanceof MissionHappening.Asked) {
      phase = null;
    }
  }

  private static boolean succeeds(Happening happening) {
    return happening instanceof Happening.Complete
        || happening instanceof MissionHappening.Achieved;
  }

  private Optional<Problem> refusal(Progress.Reach reach, Instant now) {
    if (ended) {
      return Optional.of(new Problem.Conflict("ended", "The run has ended already."));
    }
    if (throttle.full() && !reach.milestone().ending()) {
      return Optional.of(slowDown(now));
    }
    var progress = reach.progress();
    if (progress != null && !(progress >= 0 && progress <= 100)) {
      return Optional.of(
          new Problem.Invalid("invalid", "progress", "The percentage must be 0 to 100."));
    }
    return Optional.empty();
  }

  private Problem slowDown(Instant now) {
    var due = throttle.due();
    var wait = due == null || due.isBefore(now) ? Duration.ZERO : Duration.between(now, due);
    return new Problem.Busy(
        "slow_down", "Too many events of this run wait their turn; report more slowly.", wait);
  }

  private Standing standing(String message, @Nullable Eta eta) {
    return new Standing(percent.shown(), percent.measured(), phaseName, message, eta);
  }
}
