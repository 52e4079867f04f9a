package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work.
 *
 * @param number 1, 2, 3 … over the installation, for people
 * @param name what its owner calls it, unique among that owner's unfinished runs; or null
 * @param key what the client called it, so that asking twice creates once; or null
 * @param ahead how many runs start before it, 0 once it runs
 * @param queuedAt since when it counts as waiting, by which those who wait are in order; null
 *     before all others, by their numbers
 * @param attempt 1, or one more than that of {@code retryOf}
 * @param node who works on it, or null
 * @param epoch grows with every claim; what carries an older one is refused
 * @param crashes how many nodes died while they worked on it
 * @param lastSeq the {@code seq} of its last event, 0 before the first
 * @param lastEventId the journal's id of its last event, 0 before the first
 * @param plan its phases in order
 * @param agent what came of it, or null
 * @param failure the code of its error, or null
 */
public record Run(
    RunId id,
    long number,
    Owner owner,
    @Nullable String name,
    Order order,
    @Nullable String key,
    RunStatus status,
    Standing standing,
    int ahead,
    Instant createdAt,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int attempt,
    @Nullable RunId retryOf,
    @Nullable String node,
    long epoch,
    int crashes,
    long lastSeq,
    long lastEventId,
    List<Phase> plan,
    Checkpoint checkpoint,
    @Nullable AgentId agent,
    @Nullable String failure) {

  public Run {
    plan = List.copyOf(plan);
  }

  /** The same run behind so many others. */
  public Run behind(int others) {
    return new Run(
        id,
        number,
        owner,
        name,
        order,
        key,
        status,
        standing,
        others,
        createdAt,
        queuedAt,
        startedAt,
        finishedAt,
        attempt,
        retryOf,
        node,
        epoch,
        crashes,
        lastSeq,
        lastEventId,
        plan,
        checkpoint,
        agent,
        failure);
  }

  /** The run as its events are about it. */
  public Subject subject() {
    return new Subject(id, number, owner, order.kind(), name);
  }
}
