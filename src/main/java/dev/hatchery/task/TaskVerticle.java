package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other programs report of their work; event loop, one per node. */
public final class TaskVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(TaskVerticle.class);
  private static final Duration LOOKS_APART_MOST = Duration.ofMinutes(1);
  private static final int LOOKS_PER_TIMEOUT = 10;

  /** How soon after its lease ran out a task of another node is taken up. */
  private static final Duration LOOK_FOR_LOST = Duration.ofSeconds(1);

  private final Bus bus;
  private final InstantSource clock;
  private final String node;
  private final boolean alone;
  private final Duration idleTimeout;
  private final Claims claims;
  private final Registry registry;
  private final Teller teller;
  private final Recollection recollection;

  /**
   * A verticle of this node.
   *
   * @param alone whether there are no other nodes
   * @param idleTimeout how long nobody may report on a task before it is given up
   */
  public TaskVerticle(
      Bus bus, InstantSource clock, String node, boolean alone, Duration idleTimeout) {
    this.bus = bus;
    this.clock = clock;
    this.node = node;
    this.alone = alone;
    this.idleTimeout = idleTimeout;
    this.claims = new Claims(bus, node);
    this.registry = new Registry(bus, clock, claims, alone);
    this.teller = new Teller(bus, registry);
    this.recollection = new Recollection(bus);
  }

  /** Takes up the tasks that a stop or a kill has left open, then answers. */
  @Override
  public Future<?> start() {
    var post = new Post(vertx, bus, claims);
    var dispatch = new Dispatch(this::now, registry, teller, post, recollection);
    return takeUp(true)
        .compose(
            taken ->
                Future.all(
                    bus.answerLater(Addresses.EMIT, emit -> emit(emit, dispatch::record)),
                    bus.answerLater(
                        Addresses.EMIT.at(node), emit -> emit(emit, dispatch::recordHere)),
                    bus.answerLater(Addresses.HALT_TASK, this::halt)))
        .onSuccess(answering -> look());
  }

  /** What is open another node goes on with at once, or the next start of this one. */
  @Override
  public Future<?> stop() {
    return alone ? Future.succeededFuture() : claims.letGo();
  }

  private void look() {
    vertx.setPeriodic(looksApart(), look -> giveUpIdle());
    if (!alone) {
      vertx.setPeriodic(LOOK_FOR_LOST.toMillis(), look -> takeUpLost());
    }
  }

  private long looksApart() {
    var share = idleTimeout.dividedBy(LOOKS_PER_TIMEOUT);
    return Math.max(
        1, share.compareTo(LOOKS_APART_MOST) > 0 ? LOOKS_APART_MOST.toMillis() : share.toMillis());
  }

  private Future<?> takeUp(boolean own) {
    return registry.takeUp(own).onSuccess(taken -> taken.forEach(teller::finishIfOver));
  }

  private void takeUpLost() {
    takeUp(false)
        .onFailure(
            failure -> LOG.warn("Lost tasks could not be taken up: {}", failure.getMessage()));
  }

  private Future<Emitting.Emitted> emit(
      Emitting.Emit emit, BiFunction<Owner, List<Emission>, Future<List<Place>>> record) {
    return recollection
        .once(emit.owner(), emit.emissions(), fresh -> record.apply(emit.owner(), fresh))
        .map(Emitting.Emitted::new);
  }

  /** Fails as stale when another node has it, which whoever asks then finds. */
  private Future<Running.Done> halt(Running.Halt halt) {
    var task = registry.find(halt.runId());
    if (task != null) {
      if (!task.ending()) {
        teller.end(task, new Happening.Cancelled(), "You stopped it here.");
      }
      return task.over().map(new Running.Done()).recover(goesOn -> halt(halt));
    }
    return alone
        ? Future.succeededFuture(new Running.Done())
        : registry
            .take(halt.runId())
            .compose(
                run ->
                    registry.find(run.id()) == null
                        ? Future.failedFuture(Post.notThere())
                        : halt(halt));
  }

  private void giveUpIdle() {
    var before = now().minus(idleTimeout);
    for (var task : registry.heardBefore(before)) {
      teller.end(
          task,
          new Happening.Failed("abandoned", false),
          "Nobody reported on it for %s, so it was given up.".formatted(words(idleTimeout)));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String words(Duration duration) {
    return duration.toHours() > 0
        ? duration.toHours() + " h"
        : duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
