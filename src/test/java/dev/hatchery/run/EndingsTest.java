package dev.hatchery.run;

import static org.assertj.core.api.Assertions.assertThat;
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
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a worker, its run ends, and its slot is free again. */
@SuppressWarnings("NullAway.Init")
class EndingsTest {
  private static final Owner ADA = new Owner("ada");
  private static final Storage.Room ROOM = new Storage.Room(100, 100);

  @TempDir Path data;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.openToOnlookers(vertx);
  private final AtomicInteger unanswered = new AtomicInteger();

  /** What is worked on, in order, by promises of its ends. */
  private final Queue<Promise<Running.Worked>> begun = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    vertx.eventBus().addInboundInterceptor(this::perhapsUnanswered);
    deploy(
        new PersistenceVerticle(
            bus,
            data,
            DatabaseUrl.NONE,
            new Config.Journal(Config.Synchronous.OFF, Duration.ofDays(30)),
            Clock.systemUTC(),
            new Metrics()));
    deploy(new ProgressAggregatorVerticle(bus, 0, new Metrics()));
    soon(bus.answerLater(Addresses.HATCH, this::hatch));
    deploy(
        new QueueVerticle(
            bus,
            new RunPlans(Clock.systemUTC(), Plan.hatching(25, 75).phases(), ROOM),
            Identity.alone("here", "1"),
            Map.of(RunKind.HATCH, new Slots(1, 1)),
            Lease.endless(),
            new Metrics()));
  }

  @AfterEach
  void close() {
    soon(vertx.close());
  }

  @Test
  void aRunWhoseWorkerBreaksOffFails() {
    var run = submit();
    nextBegun().fail(new StackOverflowError("too deep"));

    await().until(() -> find(run).status() == RunStatus.FAILED);
    assertThat(types(run)).endsWith("error");
    assertThat(find(run).failure()).isEqualTo("unexpected");
  }

  @Test
  void aRunThatItsWorkerLeavesWithoutAnEndingFails() {
    var run = submit();
    nextBegun().complete(new Running.Worked(run));

    await().until(() -> find(run).status() == RunStatus.FAILED);
  }

  @Test
  void aDatabaseThatIsAwayMeanwhileIsWaitedFor() {
    var run = submit();
    var worker = nextBegun();
    unanswered.set(1);
    worker.fail(new StackOverflowError("too deep"));

    await().until(() -> unanswered.get() == 0);
    await().until(() -> find(run).status() == RunStatus.FAILED);
  }

  @Test
  void itsSlotIsFreeForTheNextOne() {
    var run = submit();
    var next = submit();
    nextBegun().fail(new StackOverflowError("too deep"));
    nextBegun();

    assertThat(find(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(find(next).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void whatItsWorkerHasEndedIsLeftAsItIs() {
    var run = submit();
    submit();
    var worker = nextBegun();
    soon(bus.ask(Addresses.REACH, cancelled(run)));
    worker.fail(new StackOverflowError("too deep"));
    nextBegun();

    assertThat(find(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(types(run)).doesNotContain("error");
  }

  @Test
  void whatThisNodeHasLostIsLeftToOthers() {
    var run = submit();
    var worker = nextBegun();
    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
    // What is asked after it is answered after it.
    submit();
    worker.fail(new StackOverflowError("too deep"));
    nextBegun();

    assertThat(find(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  private Progress.Reach cancelled(RunId run) {
    return new Progress.Reach(
        run, find(run).epoch(), new Happening.Cancelled(), "It is over.", null, null);
  }

  private Future<Running.Worked> hatch(Running.Work work) {
    Promise<Running.Worked> over = Promise.promise();
    begun.add(over);
    return over.future();
  }

  private Promise<Running.Worked> nextBegun() {
    await().until(() -> !begun.isEmpty());
    return Objects.requireNonNull(begun.poll());
  }

  private void perhapsUnanswered(DeliveryContext<Object> asking) {
    var finds = asking.message().address().equals(Addresses.FIND_RUN.address());
    if (finds && unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      asking.message().fail(0, "cut off");
    } else {
      asking.next();
    }
  }

  private RunId submit() {
    var order = new Running.Submit(ADA, new Order.Hatch("moth", 7), null, Duration.ZERO, null);
    return soon(bus.ask(Addresses.SUBMIT, order)).run().id();
  }

  private Run find(RunId run) {
    return soon(bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(run)))).run();
  }

  private List<String> types(RunId run) {
    var filter = new Filter(null, RunRef.of(run), null, Set.of());
    return soon(bus.ask(Addresses.READ, new Journal.Read(0, filter, 100))).events().stream()
        .map(Event::type)
        .toList();
  }

  private void deploy(VerticleBase verticle) {
    soon(vertx.deployVerticle(verticle));
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
