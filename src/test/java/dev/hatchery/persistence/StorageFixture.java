package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.Config;
import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real database in a directory of its own, asked over the bus. */
@SuppressWarnings("NullAway.Init")
abstract class StorageFixture {
  static final Owner ADA = new Owner("ada");
  static final Owner BOB = new Owner("bob");
  static final Instant NOW = Instant.parse("2026-11-21T06:00:00.123Z");
  static final Storage.Room ROOM = new Storage.Room(1000, 1000);
  static final Standing START = new Standing(0, 0, null, "Waiting for its turn.", null);

  @TempDir Path data;
  Vertx vertx;
  Bus bus;
  Instant now = NOW;
  DatabaseUrl shared = DatabaseUrl.NONE;
  final List<Event> told = new CopyOnWriteArrayList<>();
  private @Nullable String deployment;

  @BeforeEach
  void openBus() {
    vertx = Vertx.vertx();
    bus = Bus.open(vertx);
    await(
        bus.listen(
            Addresses.COMMITTED, (Journal.Committed committed) -> told.addAll(committed.events())));
  }

  @AfterEach
  void closeBus() {
    await(vertx.close());
    cleared();
  }

  /** Once nobody is connected any more. */
  void cleared() {}

  void start() {
    deployment = await(vertx.deployVerticle(verticle(Synchronous.FULL)));
  }

  PersistenceVerticle verticle(Synchronous synchronous) {
    return new PersistenceVerticle(
        bus,
        data,
        shared,
        new Config.Journal(synchronous, Duration.ofDays(30)),
        () -> now,
        new Metrics());
  }

  void stop() {
    await(vertx.undeploy(Objects.requireNonNull(deployment)));
  }

  void restart() {
    stop();
    start();
  }

  /** Stops, and leaves nothing of the database but its log, as it was until then. */
  void stopAndLoseAllButTheLog() throws IOException {
    var file = data.resolve(DatabaseFile.NAME);
    var log = data.resolve(DatabaseFile.NAME + "-wal");
    var bytes = Files.readAllBytes(log);
    stop();
    Files.delete(file);
    Files.write(log, bytes);
  }

  <Q extends Message, A extends Message> A ask(Question<Q, A> question, Q asked) {
    return await(bus.ask(question, asked));
  }

  <Q extends Message> Problem refused(Question<Q, ?> question, Q asked) {
    return problem(() -> ask(question, asked));
  }

  static Problem problem(Throwable failure) {
    return ((ProblemException) failure).problem();
  }

  static Problem problem(ThrowableAssert.ThrowingCallable asking) {
    var problems = new CopyOnWriteArrayList<Problem>();
    assertThatThrownBy(asking)
        .satisfies(
            failure -> {
              var cause = failure instanceof CompletionException ? failure.getCause() : failure;
              problems.add(((ProblemException) Objects.requireNonNull(cause)).problem());
            });
    return problems.getFirst();
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  static Run order(Owner owner, String words, @Nullable String key) {
    return new Run(
        RunId.random(),
        0,
        owner,
        null,
        new Order.Hatch(words, 7),
        key,
        RunStatus.QUEUED,
        START,
        0,
        NOW,
        null,
        null,
        null,
        1,
        null,
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

  Run create(Owner owner, String words) {
    return ask(
            Addresses.CREATE_RUN,
            new Storage.CreateRun(order(owner, words, null), null, Duration.ZERO, ROOM))
        .run();
  }

  Run find(RunId id) {
    return ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(id))).run();
  }

  @Nullable Run claim(String node) {
    return ask(Addresses.CLAIM_RUN, new Storage.ClaimRun(node, RunKind.HATCH, 2)).run();
  }

  static Journal.Append ticks(RunId run, long epoch, long first, long last) {
    var drafts =
        LongStream.rangeClosed(first, last)
            .mapToObj(
                seq ->
                    new Journal.Draft(
                        seq, "llm_progress", false, false, NOW, "{\"seq\":" + seq + "}"))
            .toList();
    return new Journal.Append(run, epoch, drafts, standing(last / 10.0));
  }

  static Journal.Append ending(RunId run, long epoch, long seq, RunStatus status) {
    return new Journal.Append(
        run,
        epoch,
        List.of(new Journal.Draft(seq, "complete", true, true, NOW, "{}")),
        new Journal.Change(
            status, new Standing(100, 100, "avatar", "Done.", null), null, null, null));
  }

  static Journal.Change standing(double progress) {
    return new Journal.Change(
        null, new Standing(progress, progress, "llm", "Dreaming.", null), null, null, null);
  }

  Journal.Stretch read(long after) {
    return ask(Addresses.READ, new Journal.Read(after, Filter.EVERYTHING, 100_000));
  }
}
