package dev.hatchery.mission;

import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.Config;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.persistence.PersistenceVerticle;
import dev.hatchery.progress.Plan;
import dev.hatchery.progress.ProgressAggregatorVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import dev.hatchery.run.Identity;
import dev.hatchery.run.QueueVerticle;
import dev.hatchery.run.RunPlans;
import dev.hatchery.run.Slots;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Missions with the real journal, aggregator and queue, and with tools that are not. */
final class Headquarters implements AutoCloseable {
  static final Owner ADA = new Owner("ada");
  static final Owner BOB = new Owner("bob");
  private static final Storage.Room ROOM = new Storage.Room(100, 20);

  final FakeTool tool = new FakeTool("abacus");
  final FakeTool other = new FakeTool("slide_rule");

  /** How many milestones may still be told; the next is told, but nobody ever hears that it was. */
  final AtomicInteger milestonesLeft = new AtomicInteger(Integer.MAX_VALUE);

  /** Whether the journal refuses this for good. */
  volatile Predicate<Journal.Append> refuses = append -> false;

  Terms terms =
      new Terms(
          new Prices(Map.of(new ToolName("abacus"), new Prices.Price(Usd.of("5.23"), Usd.ZERO))),
          Usd.of("100"),
          0.15,
          Duration.ofMinutes(1));
  volatile Classifier classifier = (run, brief) -> new IntentRules().classify(brief.objective());
  private final Path data;
  private final DatabaseUrl database;
  private final Identity self;
  private final List<String> deployed = new ArrayList<>();

  /** For it no time passes. */
  private final Lease lease = Lease.among(() -> 0);

  private Vertx vertx = Vertx.vertx();
  private Bus bus = Bus.openToOnlookers(vertx);

  Headquarters(Path data) {
    this(data, DatabaseUrl.NONE, Identity.alone("here", "1"));
  }

  /** One of several on the same database. */
  Headquarters(Path data, DatabaseUrl database, Identity self) {
    this.data = data;
    this.database = database;
    this.self = self;
    other.confidence = 0.5;
  }

  Headquarters start() {
    lease.begin(lease.now());
    vertx.eventBus().<Progress.Reach>addInboundInterceptor(this::perhapsUnanswered);
    vertx.eventBus().<Journal.Append>addInboundInterceptor(this::perhapsRefused);
    deploy(
        new PersistenceVerticle(
            bus,
            data,
            database,
            new Config.Journal(Config.Synchronous.FULL, Duration.ofDays(30)),
            Clock.systemUTC(),
            new Metrics()));
    deploy(new ProgressAggregatorVerticle(bus, 0, new Metrics()));
    soon(bus.answer(Addresses.HALT_GENERATION, halt -> new Running.Done()));
    var missions =
        new MissionVerticle(
            bus,
            Clock.systemUTC(),
            terms,
            (run, brief) -> classifier.classify(run, brief),
            opened -> Future.succeededFuture(new Toolbox(List.of(tool, other))),
            ROOM,
            lease);
    deployed.add(
        soon(
            vertx.deployVerticle(
                missions,
                new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))));
    var plans = new RunPlans(Clock.systemUTC(), Plan.hatching(25, 75).phases(), ROOM);
    deploy(
        new QueueVerticle(
            bus, plans, self, Map.of(RunKind.MISSION, new Slots(2, 2)), lease, new Metrics()));
    return this;
  }

  private void deploy(VerticleBase verticle) {
    deployed.add(soon(vertx.deployVerticle(verticle)));
  }

  /** What it asks of the other node by this name gets there, as over the bus of a cluster. */
  <Q extends Message, A extends Message> void reach(
      Headquarters other, String name, Question<Q, A> question) {
    soon(bus.answerLater(question.at(name), asked -> other.bus.ask(question.at(name), asked)));
  }

  /** Deploys one more that is asked and asks here. */
  void deploy(Function<Bus, VerticleBase> verticle) {
    deploy(verticle.apply(bus));
  }

  /** What a kill between a commit and its answer looks like to whoever asked. */
  private void perhapsUnanswered(DeliveryContext<Progress.Reach> reaching) {
    var reaches = reaching.message().address().equals(Addresses.REACH.address());
    if (!reaches || milestonesLeft.getAndDecrement() > 0) {
      reaching.next();
    }
  }

  private void perhapsRefused(DeliveryContext<Journal.Append> appending) {
    var message = appending.message();
    if (message.address().equals(Addresses.APPEND.address()) && refuses.test(message.body())) {
      message.reply(
          new ProblemException(new Problem.Invalid("too_much", "findings", "It is too much.")));
    } else {
      appending.next();
    }
  }

  /** The node could not renew its lease. */
  void loseEverything() {
    lease.lose();
    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
  }

  /** Everything in memory is gone, as after a kill. */
  void restart() {
    close();
    milestonesLeft.set(Integer.MAX_VALUE);
    deployed.clear();
    vertx = Vertx.vertx();
    bus = Bus.openToOnlookers(vertx);
    start();
  }

  static Brief brief(String objective) {
    return new Brief(objective, null, List.of(), Brief.Priority.NORMAL, null);
  }

  static Brief brief(String objective, @Nullable Usd budget, boolean asks) {
    return new Brief(objective, null, List.of(), Brief.Priority.NORMAL, budget, asks);
  }

  RunRef proposed(Brief brief) {
    var run = ask(Addresses.PROPOSE, new Missions.Propose(ADA, brief, null)).run();
    return RunRef.of(run.id());
  }

  RunRef approved(Brief brief) {
    var mission = proposed(brief);
    ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    return mission;
  }

  RunRef executing(Brief brief) {
    var mission = approved(brief);
    ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));
    return mission;
  }

  /** The mission once it waits or has ended so. */
  Run until(RunRef mission, MissionStatus status) {
    await().until(() -> MissionStatus.of(run(mission)) == status);
    return run(mission);
  }

  Run run(RunRef mission) {
    return ask(Addresses.FIND_RUN, new Storage.FindRun(ADA, mission)).run();
  }

  void cancel(RunRef mission) {
    ask(Addresses.CANCEL, new Running.Cancel(ADA, mission));
  }

  <Q extends Message, A extends Message> A ask(Question<Q, A> question, Q asked) {
    return soon(asking(question, asked));
  }

  <Q extends Message, A extends Message> Future<A> asking(Question<Q, A> question, Q asked) {
    return bus.ask(question, asked);
  }

  <Q extends Message> Problem refused(Question<Q, ?> question, Q asked) {
    var answer = bus.ask(question, asked);
    await().until(answer::isComplete);
    return answer.failed()
        ? ProblemException.in(answer.cause())
        : new Problem.Unexpected("it was accepted");
  }

  List<Event> events(RunRef mission) {
    var filter = new Filter(null, mission, null, Set.of());
    return ask(Addresses.READ, new Journal.Read(0, filter, 10_000)).events();
  }

  List<String> types(RunRef mission) {
    return events(mission).stream().map(Event::type).toList();
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    deployed.reversed().forEach(id -> soon(vertx.undeploy(id)));
    soon(vertx.close());
  }
}
