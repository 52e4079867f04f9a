package dev.hatchery.run;

import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.persistence.PersistenceVerticle;
import dev.hatchery.progress.Plan;
import dev.hatchery.progress.ProgressAggregatorVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One of several nodes with the real journal and queue, whose hatchings last until they are told to
 * end. Each has an event bus of its own, so that nobody hears a hint of another.
 */
final class Colleague implements AutoCloseable {
  static final Owner ADA = new Owner("ada");
  private static final Storage.Room ROOM = new Storage.Room(100, 100);

  /** A hatching of this node. */
  record Work(Run run, Instant since, Promise<Running.Worked> over) {}

  final List<Work> begun = new CopyOnWriteArrayList<>();
  final Map<RunId, Instant> lost = new ConcurrentHashMap<>();
  final Metrics metrics = new Metrics();
  final Vertx vertx = Vertx.vertx();
  final Bus bus = Bus.openToOnlookers(vertx);
  final Lease lease = Lease.among(System::nanoTime);
  private final Identity self;
  private final DatabaseUrl database;
  private final Path data;
  private final int slots;
  private final List<String> deployed = new ArrayList<>();
  private final List<DeliveryContext<Object>> held = new CopyOnWriteArrayList<>();
  private volatile boolean cutOff;
  private volatile boolean slow;
  private volatile String address;

  Colleague(String name, DatabaseUrl database, Path data, int slots) {
    this.self = Identity.among(name, "1");
    this.database = database;
    this.data = data;
    this.slots = slots;
    this.address = "http://" + name;
    vertx.eventBus().addInboundInterceptor(this::perhapsUnanswered);
  }

  Colleague start() {
    deploy(
        new PersistenceVerticle(
            bus,
            data,
            database,
            new Config.Journal(Config.Synchronous.FULL, Duration.ofDays(30)),
            Clock.systemUTC(),
            metrics));
    deploy(new NodeVerticle(bus, self, lease, () -> address, Clock.systemUTC(), metrics));
    deploy(new ProgressAggregatorVerticle(bus, 0, metrics));
    soon(bus.answerLater(Addresses.HATCH, this::hatch));
    soon(bus.answer(Addresses.HALT_HATCHING, this::halt));
    soon(bus.listen(Addresses.LEASES_LOST, this::lose));
    var plans = new RunPlans(Clock.systemUTC(), Plan.hatching(25, 75).phases(), ROOM);
    deploy(
        new QueueVerticle(
            bus, plans, self, Map.of(RunKind.HATCH, new Slots(slots, 2)), lease, metrics));
    return this;
  }

  /** From now on the database does not answer it. */
  void cutOff() {
    cutOff = true;
  }

  void reconnect() {
    cutOff = false;
  }

  /** From now on no claimed run gets as far as its worker. */
  void dawdle() {
    slow = true;
  }

  /** Waits until one would have, and lets it go on later. */
  void hurry() {
    await().until(() -> !held.isEmpty());
    slow = false;
    vertx.runOnContext(on -> held.forEach(DeliveryContext::next));
  }

  boolean dawdles() {
    return !held.isEmpty();
  }

  /** It is known only now where it serves. */
  void serve(String where) {
    address = where;
    bus.announce(Addresses.SERVING, new Leasing.Serving());
  }

  long takeovers() {
    return new String(metrics.scrape(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("hatchery_takeovers_total "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .mapToLong(figure -> (long) Double.parseDouble(figure))
        .sum();
  }

  private void perhapsUnanswered(DeliveryContext<Object> asking) {
    var address = asking.message().address();
    if (slow && address.equals(Addresses.OPEN_PROGRESS.address())) {
      held.add(asking);
    } else if (cutOff && (address.startsWith("storage.") || address.startsWith("journal.append"))) {
      asking.message().fail(0, "cut off");
    } else {
      asking.next();
    }
  }

  private Future<Running.Worked> hatch(Running.Work work) {
    var hatching = new Work(work.run(), Instant.now(), Promise.promise());
    begun.add(hatching);
    return hatching.over().future();
  }

  private Running.Done halt(Running.Halt halt) {
    // As the real one: what it does not know of it does not hear.
    if (newest(halt.runId()) != null) {
      end(halt.runId(), new Happening.Cancelled());
    }
    return new Running.Done();
  }

  private void lose(Leasing.Lost told) {
    for (var work : begun) {
      if (told.concerns(work.run().id(), work.run().epoch())
          && !work.over().future().isComplete()) {
        lost.put(work.run().id(), Instant.now());
        work.over().tryComplete(new Running.Worked(work.run().id()));
      }
    }
  }

  Run submit() {
    var order = new Running.Submit(ADA, new Order.Hatch("moth", 7), null, Duration.ZERO, null);
    return ask(Addresses.SUBMIT, order).run();
  }

  /** The newest work on it here, once there is some. */
  Work working(RunId runId) {
    await().atMost(Duration.ofSeconds(10)).until(() -> newest(runId) != null);
    return Objects.requireNonNull(newest(runId));
  }

  private @Nullable Work newest(RunId runId) {
    return begun.reversed().stream()
        .filter(work -> work.run().id().equals(runId))
        .findFirst()
        .orElse(null);
  }

  /** Ends what is worked on here. */
  void end(RunId runId, Happening ending) {
    var work = working(runId);
    bus.ask(
            Addresses.REACH,
            new Progress.Reach(runId, work.run().epoch(), ending, "It is over.", null, null))
        .onComplete(told -> work.over().tryComplete(new Running.Worked(runId)));
  }

  Run find(RunId runId) {
    return ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(runId))).run();
  }

  /** What it hears over the bus of a cluster reaches another as well. */
  void meet(Colleague other) {
    var question = Addresses.HALT.at(other.self.name());
    soon(bus.answerLater(question, halt -> other.bus.ask(question, halt)));
  }

  <Q extends Message, A extends Message> A ask(Question<Q, A> question, Q asked) {
    return soon(bus.ask(question, asked));
  }

  void deploy(VerticleBase verticle) {
    deployed.add(soon(vertx.deployVerticle(verticle)));
  }

  static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(40, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    begun.forEach(work -> work.over().tryComplete(new Running.Worked(work.run().id())));
    deployed.reversed().forEach(id -> soon(vertx.undeploy(id).otherwiseEmpty()));
    soon(vertx.close());
  }
}
