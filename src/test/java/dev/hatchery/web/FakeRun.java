package dev.hatchery.web;

import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as storage would give them. */
final class FakeRun {
  private FakeRun() {}

  static Run queued(
      long number,
      Owner owner,
      Order order,
      @Nullable String key,
      int attempt,
      @Nullable RunId of) {
    return new Run(
        RunId.random(),
        number,
        owner,
        null,
        order,
        key,
        RunStatus.QUEUED,
        new Standing(0, 0, null, "You are next.", null),
        0,
        FakeHatchery.NOW,
        null,
        null,
        null,
        attempt,
        of,
        null,
        0,
        0,
        0,
        0,
        List.of(new Phase("llm", 0, 25), new Phase("avatar", 25, 100)),
        Checkpoint.Hatching.NOTHING,
        null,
        null);
  }

  /** The same after its event with this {@code seq}. */
  static Run moved(Run run, RunStatus status, long seq, long eventId) {
    return changed(run, status, seq, eventId, run.agent());
  }

  /** The same with the companion that came of it. */
  static Run hatched(Run run, AgentId agent) {
    return changed(run, run.status(), run.lastSeq(), run.lastEventId(), agent);
  }

  /** The same as its owner calls it. */
  static Run named(Run run, String name) {
    return changed(run, name, run.status(), run.lastSeq(), run.lastEventId(), run.agent());
  }

  private static Run changed(
      Run run, RunStatus status, long seq, long eventId, @Nullable AgentId agent) {
    return changed(run, run.name(), status, seq, eventId, agent);
  }

  private static Run changed(
      Run run,
      @Nullable String name,
      RunStatus status,
      long seq,
      long eventId,
      @Nullable AgentId agent) {
    return new Run(
        run.id(),
        run.number(),
        run.owner(),
        name,
        run.order(),
        run.key(),
        status,
        run.standing(),
        run.ahead(),
        run.createdAt(),
        run.queuedAt(),
        FakeHatchery.NOW,
        status.ended() ? FakeHatchery.NOW : null,
        run.attempt(),
        run.retryOf(),
        "here",
        run.epoch(),
        run.crashes(),
        seq,
        eventId,
        run.plan(),
        run.checkpoint(),
        agent,
        status == RunStatus.FAILED ? "save_failed" : null);
  }
}
