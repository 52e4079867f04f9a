package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Usd;
import dev.hatchery.support.Postgres;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes do at the same moment what only one of them may. */
@SuppressWarnings("NullAway.Init")
final class TwoNodesTest extends StorageFixture {
  private URI database;
  private SharedNode one;
  private SharedNode other;

  /** Both on a database without tables. */
  @BeforeEach
  void startBoth() {
    database = Postgres.shared().database();
    shared = DatabaseUrl.of(database.toString());
    var starting =
        CompletableFuture.supplyAsync(() -> SharedNode.on(shared, data.resolve("other")));
    one = SharedNode.on(shared, data.resolve("one"));
    other = starting.join();
  }

  @AfterEach
  void stopBoth() {
    one.close();
    other.close();
    Postgres.shared().drop(database);
  }

  /** Asks both nodes in turn, all at once; the answers and the problems. */
  private <Q extends Message, A extends Message> List<Future<A>> askAll(
      int times, Question<Q, A> question, IntFunction<Q> asked) {
    var answers =
        IntStream.range(0, times)
            .mapToObj(time -> (time % 2 == 0 ? one : other).bus().ask(question, asked.apply(time)))
            .toList();
    await(Future.join(answers).otherwiseEmpty());
    return answers;
  }

  private static Storage.CreateRun creation(@Nullable String key, @Nullable String idempotency) {
    return new Storage.CreateRun(
        order(ADA, "moth", key), idempotency, Duration.ZERO, new Storage.Room(20, 20));
  }

  private static Run reported(String name) {
    var like = order(ADA, "moth", null);
    return new Run(
        like.id(),
        0,
        ADA,
        name,
        new Order.Reported(RunKind.TASK, name),
        null,
        RunStatus.RUNNING,
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
        like.plan(),
        like.checkpoint(),
        null,
        null);
  }

  @Test
  void everyRunHasANumberOfItsOwnAndTheQueueHasItsRoom() {
    var answers = askAll(60, Addresses.CREATE_RUN, time -> creation(null, null));

    var numbers =
        answers.stream()
            .filter(Future::succeeded)
            .map(answer -> answer.result().run().number())
            .toList();
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    assertThat(answers.stream().filter(Future::failed).map(answer -> problem(answer).code()))
        .hasSize(40)
        .containsOnly("queue_full");
  }

  @Test
  void theSameKeyIsTheSameRun() {
    var joined = askAll(30, Addresses.CREATE_RUN, time -> creation("key", null));
    assertThat(joined.stream().map(answer -> answer.result().run().id())).hasSize(30);
    assertThat(joined.stream().map(answer -> answer.result().run().id()).distinct()).hasSize(1);

    var repeated = askAll(30, Addresses.CREATE_RUN, time -> creation(null, "again"));
    assertThat(repeated.stream().map(answer -> answer.result().run().id()).distinct()).hasSize(1);
  }

  @Test
  void theSameNameIsTheSameTask() {
    var opened =
        askAll(
            30,
            Addresses.OPEN_RUNS,
            time ->
                new Emitting.Open(
                    "node", List.of(new Emitting.Opening(reported("nightly"), false))));

    assertThat(opened.stream().map(answer -> answer.result().runs().getFirst().id()).distinct())
        .hasSize(1);
  }

  @Test
  void theJournalHasOneOrderWhateverNodeAppends() {
    var runs = new ArrayList<RunId>();
    for (var run = 0; run < 10; run++) {
      runs.add(await(one.bus().ask(Addresses.CREATE_RUN, creation(null, null))).run().id());
    }
    var appended =
        askAll(
            200,
            Addresses.APPEND,
            time -> ticks(runs.get(time % 10), 0, 1 + time / 10, 1 + time / 10));

    assertThat(appended).allMatch(Future::succeeded);
    var events =
        await(other.bus().ask(Addresses.READ, new Journal.Read(0, Filter.EVERYTHING, 1000)))
            .events();
    assertThat(events.stream().map(Event::id))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    assertThat(one.told()).isSortedAccordingTo(Comparator.comparingLong(Event::id));
    var told = new ArrayList<>(one.told());
    told.addAll(other.told());
    assertThat(told).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void whoComesSecondAtAPlaceIsStaleThoughItSaysTheSame() {
    var run = await(one.bus().ask(Addresses.CREATE_RUN, creation(null, null))).run().id();
    var answers = askAll(2, Addresses.APPEND, time -> ticks(run, 0, 1, 1));

    assertThat(answers.stream().filter(Future::succeeded)).hasSize(1);
    assertThat(answers.stream().filter(Future::failed).map(TwoNodesTest::problem))
        .hasOnlyElementsOfType(Problem.Stale.class);
  }

  @Test
  void runsThatAreTakenInOneOrderAndWrittenToInAnotherKeepNobodyWaiting() {
    var runs = new ArrayList<Run>();
    for (var run = 0; run < 6; run++) {
      var opening = new Emitting.Opening(reported("task " + run), false);
      var open = new Emitting.Open("one", List.of(opening));
      runs.addAll(await(one.bus().ask(Addresses.OPEN_RUNS, open)).runs());
    }
    var backwards = runs.reversed().stream().map(run -> new Emitting.Opening(run, false)).toList();
    var answers = new ArrayList<Future<?>>();
    for (var time = 0; time < 20; time++) {
      answers.add(
          one.bus().ask(Addresses.OPEN_RUNS, new Emitting.Open("one", List.copyOf(backwards))));
      for (var run : runs) {
        answers.add(other.bus().ask(Addresses.APPEND, ticks(run.id(), time, 1, 1)));
      }
    }
    await(Future.join(answers).otherwiseEmpty());

    assertThat(answers.stream().filter(Future::failed).map(TwoNodesTest::problem))
        .hasOnlyElementsOfType(Problem.Stale.class);
  }

  @Test
  void twoMissionsCannotBothGetTheLastOfABudget() {
    var missions =
        IntStream.range(0, 10)
            .mapToObj(
                time -> await(one.bus().ask(Addresses.CREATE_RUN, creation(null, null))).run().id())
            .toList();
    var reserved =
        askAll(
            10,
            Addresses.RESERVE,
            time ->
                new Ledger.Reserve(missions.get(time), 0, ADA, "2026-11", new Usd(4), new Usd(10)));

    assertThat(reserved.stream().filter(answer -> answer.result().granted())).hasSize(2);
  }

  private static Problem problem(Future<?> failed) {
    return problem(Objects.requireNonNull(failed.cause()));
  }
}
