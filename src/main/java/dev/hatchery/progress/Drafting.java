package dev.hatchery.progress;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what is said into numbered events and into what they make of the run. */
final class Drafting {
  private final RunId runId;
  private long seq;
  private boolean started;

  /** Goes on after the event numbered {@code lastSeq}, 0 before the first. */
  Drafting(RunId runId, long lastSeq) {
    this.runId = runId;
    this.seq = lastSeq;
  }

  /** The number of the last event that was drafted. */
  long lastSeq() {
    return seq;
  }

  /** The batch of these sayings, at least one, all happening now. */
  Batch batch(List<Saying> sayings, Instant now) {
    var drafts = new ArrayList<Journal.Draft>();
    sayings.forEach(saying -> drafts.add(draft(saying, now)));
    return new Batch(drafts, sayings.stream().map(Saying::tickets).toList(), change(sayings));
  }

  private Journal.Draft draft(Saying saying, Instant now) {
    var happening = saying.happening();
    return new Journal.Draft(
        ++seq,
        happening.type(),
        happening.milestone(),
        happening.ending(),
        now,
        EventJson.line(runId, seq, now, saying.standing(), happening),
        saying.marks());
  }

  private Journal.Change change(List<Saying> sayings) {
    var last = sayings.getLast();
    return new Journal.Change(
        status(last),
        last.standing(),
        checkpoint(sayings),
        last.happening() instanceof Happening.Complete complete ? complete.agent() : null,
        last.happening() instanceof Happening.Failed failed ? failed.code() : null,
        sayings.stream().flatMap(saying -> saying.deeds().stream()).toList());
  }

  private @Nullable RunStatus status(Saying last) {
    return switch (last.happening()) {
      case Happening.Complete c -> RunStatus.SUCCEEDED;
      case Happening.Done d -> RunStatus.SUCCEEDED;
      case Happening.Failed f -> RunStatus.FAILED;
      case Happening.Cancelled c -> RunStatus.CANCELLED;
      case Happening.Queued q -> null;
      case MissionHappening.Achieved a -> RunStatus.SUCCEEDED;
      case MissionHappening.Asked a -> RunStatus.PROPOSED;
      case MissionHappening.Changed changed ->
          changed.status() == MissionStatus.EXECUTING ? RunStatus.QUEUED : RunStatus.PROPOSED;
      default -> started();
    };
  }

  private @Nullable RunStatus started() {
    var first = !started;
    started = true;
    return first ? RunStatus.RUNNING : null;
  }

  private static @Nullable Checkpoint checkpoint(List<Saying> sayings) {
    return sayings.stream()
        .map(Saying::checkpoint)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
