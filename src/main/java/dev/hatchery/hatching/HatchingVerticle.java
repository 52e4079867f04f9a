package dev.hatchery.hatching;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the story of each hatching on this node; virtual thread. */
public final class HatchingVerticle extends VerticleBase {
  private final Bus bus;
  private final InstantSource clock;
  private final Providers providers;
  private final Map<RunId, HatchingSaga> sagas = new HashMap<>();

  /**
   * A verticle that tells no story yet; {@code clock} dates the companions.
   *
   * @param providers whose durations are learned
   */
  public HatchingVerticle(Bus bus, InstantSource clock, Providers providers) {
    this.bus = bus;
    this.clock = clock;
    this.providers = providers;
  }

  @Override
  public Future<?> start() {
    return Future.all(
        bus.answerLater(Addresses.EXPECT, this::expect),
        bus.answerInStories(Addresses.HATCH, this::work),
        bus.answerInStories(Addresses.HALT_HATCHING, this::halt),
        bus.listen(Addresses.LEASES_LOST, this::lost));
  }

  /** What a node that stops has begun, another one, or its next start, goes on with. */
  @Override
  public Future<?> stop() {
    sagas.values().forEach(HatchingSaga::abandon);
    return Future.succeededFuture();
  }

  private Running.Worked work(Running.Work work) {
    var run = work.run();
    var saga = new HatchingSaga(bus, clock, experience(), run);
    sagas.put(run.id(), saga);
    try {
      saga.tell();
    } finally {
      sagas.remove(run.id(), saga);
    }
    return new Running.Worked(run.id());
  }

  private void lost(Leasing.Lost lost) {
    List.copyOf(sagas.values()).stream()
        .filter(saga -> saga.concernedBy(lost))
        .forEach(HatchingSaga::abandon);
  }

  private Future<Learning.Expected> expect(Learning.Expect asked) {
    return experience().recall().map(experience -> new Learning.Expected(experience.whole()));
  }

  private Experience experience() {
    return new Experience(bus, clock, providers);
  }

  private Running.Done halt(Running.Halt halt) {
    var saga = sagas.get(halt.runId());
    if (saga != null) {
      saga.cancel();
      bus.ask(Addresses.HALT_GENERATION, halt).await();
      bus.ask(Addresses.HALT_RENDERING, halt).await();
    }
    return new Running.Done();
  }
}
