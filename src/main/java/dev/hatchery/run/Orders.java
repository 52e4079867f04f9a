package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes runs of what is ordered, and new ones of those that failed. */
final class Orders {
  private final Bus bus;
  private final RunPlans plans;
  private final Function<Run, Future<Running.Done>> queue;

  /**
   * Takes orders.
   *
   * @param queue lets a run wait for its turn
   */
  Orders(Bus bus, RunPlans plans, Function<Run, Future<Running.Done>> queue) {
    this.bus = bus;
    this.plans = plans;
    this.queue = queue;
  }

  Future<Running.Submitted> submit(Running.Submit submit) {
    return create(plans.first(submit), submit.idempotencyKey(), submit.joinWithin());
  }

  Future<Running.Submitted> retry(Running.Retry retry) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(retry.owner(), retry.run()))
        .compose(found -> create(plans.again(found.run()), null, Duration.ZERO))
        .compose(again -> resume(again.run()));
  }

  /** What waits for a word of its owner goes by the words that were said before. */
  private Future<Running.Submitted> resume(Run again) {
    return again.order() instanceof Order.Pursue
        ? bus.ask(Addresses.TRY_AGAIN, new Missions.TryAgain(again.owner(), RunRef.of(again.id())))
            .map(told -> new Running.Submitted(told.run(), true))
        : Future.succeededFuture(new Running.Submitted(again, true));
  }

  private Future<Running.Submitted> create(
      Run run, @Nullable String idempotencyKey, Duration joinWithin) {
    return bus.ask(
            Addresses.CREATE_RUN,
            new Storage.CreateRun(run, idempotencyKey, joinWithin, plans.room()))
        .compose(
            created ->
                created.created()
                    ? begin(created.run()).map(begun -> new Running.Submitted(begun, true))
                    : Future.succeededFuture(new Running.Submitted(created.run(), false)));
  }

  private Future<Run> begin(Run run) {
    return run.status() == RunStatus.QUEUED
        ? queue.apply(run).map(run)
        : bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run)).map(run);
  }
}
