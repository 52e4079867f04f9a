package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells the story of each mission on this node, and hears its owner's words; virtual thread. */
public final class MissionVerticle extends VerticleBase {
  private final Bus bus;
  private final InstantSource clock;
  private final Terms terms;
  private final Classifier classifier;
  private final Function<Vertx, Future<Toolbox>> toolbox;
  private final Storage.Room room;
  private final Lease lease;
  private final Map<RunId, MissionSaga> sagas = new HashMap<>();
  private Toolbox tools = new Toolbox(List.of());

  /**
   * A verticle that tells no story yet.
   *
   * @param toolbox opens the tools
   * @param room how many may wait for their turn
   * @param lease without which no tool is put to work
   */
  public MissionVerticle(
      Bus bus,
      InstantSource clock,
      Terms terms,
      Classifier classifier,
      Function<Vertx, Future<Toolbox>> toolbox,
      Storage.Room room,
      Lease lease) {
    this.bus = bus;
    // What is told at once is what will be read later.
    this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.terms = terms;
    this.classifier = classifier;
    this.toolbox = toolbox;
    this.room = room;
    this.lease = lease;
  }

  @Override
  public Future<?> start() {
    return toolbox.apply(vertx).compose(this::answerAll);
  }

  private Future<?> answerAll(Toolbox opened) {
    tools = opened;
    var accounts = new Accounts(bus, clock, terms, tools);
    var desk = new Desk(bus, clock, tools, room);
    return Future.all(
        List.of(
            bus.answerInStories(Addresses.PURSUE, this::work),
            bus.answerInStories(Addresses.HALT_MISSION, this::halt),
            bus.listen(Addresses.LEASES_LOST, this::lost),
            bus.answerInStories(Addresses.COUNT_MISSIONS, accounts::count),
            bus.answerInStories(Addresses.PROPOSE, desk::propose),
            bus.answerInStories(Addresses.AMEND, desk::amend),
            bus.answerInStories(Addresses.APPROVE, desk::approve),
            bus.answerInStories(Addresses.EXECUTE, desk::execute),
            bus.answerInStories(Addresses.TRY_AGAIN, desk::tryAgain),
            bus.answerInStories(Addresses.CLARIFY, desk::clarify),
            bus.answerInStories(Addresses.JUDGE, desk::judge),
            bus.answerInStories(Addresses.RATE, desk::rate)));
  }

  /** What a node that stops has begun, another one, or its next start, goes on with. */
  @Override
  public Future<?> stop() {
    sagas.values().forEach(MissionSaga::abandon);
    return Future.succeededFuture();
  }

  private Running.Worked work(Running.Work work) {
    var run = work.run();
    var saga = saga(run);
    sagas.put(run.id(), saga);
    try {
      saga.tell();
    } finally {
      sagas.remove(run.id(), saga);
    }
    return new Running.Worked(run.id());
  }

  private MissionSaga saga(Run run) {
    var telling = new Telling(bus, clock, run);
    return new MissionSaga(
        run, telling, new Steps(bus, clock, run, terms, classifier, tools, lease, telling));
  }

  private void lost(Leasing.Lost lost) {
    List.copyOf(sagas.values()).stream()
        .filter(saga -> saga.concernedBy(lost))
        .forEach(MissionSaga::abandon);
  }

  private Running.Done halt(Running.Halt halt) {
    var saga = sagas.get(halt.runId());
    if (saga != null) {
      saga.cancel();
      bus.ask(Addresses.HALT_GENERATION, halt).await();
    }
    return new Running.Done();
  }
}
