package dev.hatchery.task;

import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.Config;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.persistence.PersistenceVerticle;
import dev.hatchery.progress.Plan;
import dev.hatchery.progress.ProgressAggregatorVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import dev.hatchery.run.Identity;
import dev.hatchery.run.QueueVerticle;
import dev.hatchery.run.RunPlans;
import dev.hatchery.run.Slots;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Reported runs with the real journal, aggregator and queue, on a clock of their own. */
final class Workshop implements AutoCloseable {
  static final Owner ADA = new Owner("ada");
  static final Owner BOB = new Owner("bob");
  private static final Duration DAY = Duration.ofHours(24);

  private final Path data;
  private final String node;
  private final boolean alone;
  private final Duration idleTimeout;
  private final List<String> deployed = new ArrayList<>();
  private Vertx vertx = Vertx.vertx();
  private Bus bus = Bus.openToOnlookers(vertx);

  /** What the next tellings of a task are refused with, and when. */
  final Queue<Future<Problem>> refusals = new ConcurrentLinkedQueue<>();

  /** How far the clock of the tasks is ahead. */
  volatile Duration later = Duration.ZERO;

  Workshop(Path data) {
    this(data, DAY);
  }

  Workshop(Path data, Duration idleTimeout) {
    this(data, "here", true, idleTimeout);
  }

  /** One of several on the same database. */
  Workshop(Path data, String node) {
    this(data, node, false, Duration.ofSeconds(30));
  }

  private Workshop(Path data, String node, boolean alone, Duration idleTimeout) {
    this.data = data;
    this.node = node;
    this.alone = alone;
    this.idleTimeout = idleTimeout;
    start();
  }

  private void start() {
    vertx.eventBus().<Progress.Tell>addInboundInterceptor(this::untold);
    deploy(
        new PersistenceVerticle(
            bus,
            data,
            DatabaseUrl.NONE,
            new Config.Journal(Config.Synchronous.FULL, Duration.ofDays(30)),
            Clock.systemUTC(),
            new Metrics()));
    deploy(new ProgressAggregatorVerticle(bus, 10, new Metrics()));
    InstantSource clock = () -> Instant.now().plus(later);
    deploy(new TaskVerticle(bus, clock, node, alone, idleTimeout));
    var plans = new RunPlans(clock, Plan.hatching(25, 75).phases(), new Storage.Room(10, 10));
    deploy(
        new QueueVerticle(
            bus,
            plans,
            alone ? Identity.alone(node, "1") : Identity.among(node, "1"),
            Map.of(RunKind.HATCH, new Slots(1, 1)),
            Lease.endless(),
            new Metrics()));
  }

  private void deploy(VerticleBase verticle) {
    deployed.add(soon(vertx.deployVerticle(verticle)));
  }

  private void untold(DeliveryContext<Progress.Tell> telling) {
    var refusal =
        telling.message().address().equals(Addresses.TELL.address()) ? refusals.poll() : null;
    if (refusal == null) {
      telling.next();
    } else {
      refusal.onSuccess(problem -> telling.message().reply(new ProblemException(problem)));
    }
  }

  /** What is asked of that node here goes over this line. */
  <Q extends Message, A extends Message> void reach(
      Workshop there, Question<Q, A> question, Line line) {
    var asked = question.at(there.node);
    soon(bus.answerLater(asked, one -> line.pass(() -> there.bus.ask(asked, one))));
  }

  /** Everything in memory is gone, as after a kill. */
  void restart() {
    close();
    vertx = Vertx.vertx();
    bus = Bus.openToOnlookers(vertx);
    start();
  }

  /** Ends in order. */
  void stop() {
    deployed.reversed().forEach(id -> soon(vertx.undeploy(id)));
    deployed.clear();
  }

  Future<Emitting.Emitted> emitting(Owner owner, List<Emission> emissions) {
    return bus.ask(Addresses.EMIT, new Emitting.Emit(owner, emissions));
  }

  List<Emitting.Place> emit(Emission... emissions) {
    return emit(ADA, emissions);
  }

  List<Emitting.Place> emit(Owner owner, Emission... emissions) {
    return soon(emitting(owner, List.of(emissions))).places();
  }

  /** The code of the problem that refuses these. */
  String refused(Emission... emissions) {
    return problem(emitting(ADA, List.of(emissions))).code();
  }

  Problem problem(Future<?> asked) {
    await().until(asked::isComplete);
    return asked.failed()
        ? ProblemException.in(asked.cause())
        : new Problem.Unexpected("it was accepted");
  }

  Run run(RunId id) {
    return run(ADA, id.value());
  }

  Run run(Owner owner, String name) {
    return ask(Addresses.FIND_RUN, new Storage.FindRun(owner, new RunRef(name))).run();
  }

  Run cancel(String name) {
    return soon(cancelling(name)).run();
  }

  Future<Running.View> cancelling(String name) {
    return bus.ask(Addresses.CANCEL, new Running.Cancel(ADA, new RunRef(name)));
  }

  Problem notRetried(String name) {
    return problem(bus.ask(Addresses.RETRY, new Running.Retry(ADA, new RunRef(name))));
  }

  List<Run> runs(Owner owner) {
    return ask(Addresses.LIST_RUNS, new Storage.ListRuns(owner, null, null, 0, 1000)).runs();
  }

  List<Event> events(RunId run) {
    var filter = new Filter(null, RunRef.of(run), null, java.util.Set.of());
    return ask(Addresses.READ, new Journal.Read(0, filter, 10_000)).events();
  }

  List<String> types(RunId run) {
    return events(run).stream().map(Event::type).toList();
  }

  private <Q extends Message, A extends Message> A ask(Question<Q, A> question, Q asked) {
    return soon(bus.ask(question, asked));
  }

  static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    soon(vertx.close());
    deployed.clear();
  }
}
