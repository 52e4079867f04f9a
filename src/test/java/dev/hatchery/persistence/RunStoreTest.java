package dev.hatchery.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RunStoreTest extends BothDatabases {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void aRunIsFoundAsItWasOrdered() {
    var ordered = order(ADA, "moth", "k");
    var created = ask(Addresses.CREATE_RUN, new Storage.CreateRun(ordered, null, MINUTE, ROOM));

    assertThat(created.created()).isTrue();
    assertThat(created.run())
        .usingRecursiveComparison()
        .ignoringFields("number")
        .isEqualTo(ordered);
    assertThat(created.run().number()).isEqualTo(1);
    assertThat(find(ordered.id())).isEqualTo(created.run());
  }

  @Test
  void aForeignRunDoesNotExist() {
    var run = create(ADA, "moth");

    assertThat(refused(Addresses.FIND_RUN, new Storage.FindRun(BOB, RunRef.of(run.id()))))
        .isEqualTo(refused(Addresses.FIND_RUN, new Storage.FindRun(BOB, RunRef.of(RunId.random()))))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(runs(BOB, null, 0, 10)).isEmpty();
  }

  @Test
  void theSameIdempotencyKeyGivesTheSameRunAndRefusesAnotherOrder() {
    var first = ask(Addresses.CREATE_RUN, idempotent(ADA, "moth", "k"));
    var again = ask(Addresses.CREATE_RUN, idempotent(ADA, "moth", "k"));

    assertThat(again).isEqualTo(new Storage.CreatedRun(first.run(), false));
    assertThat(ask(Addresses.CREATE_RUN, idempotent(BOB, "moth", "k")).created()).isTrue();
    assertThat(refused(Addresses.CREATE_RUN, idempotent(ADA, "owl", "k")))
        .isInstanceOf(Problem.Conflict.class)
        .extracting(Problem::code)
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void fiftyWhoAskAtOnceForTheSameKeyGetOneRun() {
    var asked =
        IntStream.range(0, 50)
            .mapToObj(time -> bus.ask(Addresses.CREATE_RUN, keyed(ADA, "k")))
            .toList();
    await(Future.all(asked));

    assertThat(asked.stream().map(answer -> answer.result().run().id()).distinct()).hasSize(1);
    assertThat(asked.stream().filter(answer -> answer.result().created())).hasSize(1);
  }

  @Test
  void aRunIsJoinedUntilAWhileAfterItsEnd() {
    var run = ask(Addresses.CREATE_RUN, keyed(ADA, "k")).run();
    ask(Addresses.APPEND, ending(run.id(), 0, 1, RunStatus.FAILED));

    now = NOW.plusSeconds(59);
    assertThat(ask(Addresses.CREATE_RUN, keyed(ADA, "k")).run().id()).isEqualTo(run.id());
    now = NOW.plusSeconds(61);
    assertThat(ask(Addresses.CREATE_RUN, keyed(ADA, "k")).created()).isTrue();
  }

  @Test
  void anotherOwnersKeyIsAnotherRun() {
    ask(Addresses.CREATE_RUN, keyed(ADA, "k"));

    assertThat(ask(Addresses.CREATE_RUN, keyed(BOB, "k")).created()).isTrue();
  }

  @Test
  void aFullQueueRefusesNewRunsButLetsJoin() {
    var room = new Storage.Room(3, 2);
    ask(Addresses.CREATE_RUN, within(room, ADA, "k"));
    ask(Addresses.CREATE_RUN, within(room, ADA, null));

    assertThat(refused(Addresses.CREATE_RUN, within(room, ADA, null)).code())
        .isEqualTo("queue_full_for_you");
    ask(Addresses.CREATE_RUN, within(room, BOB, null));
    assertThat(refused(Addresses.CREATE_RUN, within(room, new Owner("eve"), null)))
        .isInstanceOf(Problem.Busy.class)
        .extracting(Problem::code)
        .isEqualTo("queue_full");
    assertThat(ask(Addresses.CREATE_RUN, within(room, ADA, "k")).created()).isFalse();
    claim("here");
    assertThat(ask(Addresses.CREATE_RUN, within(room, ADA, null)).created()).isTrue();
  }

  @Test
  void theOldestIsClaimedFirstAndWhoWasInterruptedBeforeAll() {
    var first = create(ADA, "moth");
    var second = create(ADA, "owl");
    var third = create(BOB, "fox");

    var claimed = requireNonNull(claim("here"));
    assertThat(claimed.id()).isEqualTo(first.id());
    assertThat(claimed.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(claimed.node()).isEqualTo("here");
    assertThat(claimed.epoch()).isEqualTo(1);
    assertThat(claimed.startedAt()).isEqualTo(NOW);
    assertThat(requireNonNull(claim("here")).id()).isEqualTo(second.id());

    ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns("here", false));
    now = NOW.plusSeconds(5);
    var again = requireNonNull(claim("there"));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.epoch()).isGreaterThan(claimed.epoch());
    assertThat(again.startedAt()).isEqualTo(NOW);
    assertThat(again.crashes()).isZero();
    assertThat(requireNonNull(claim("there")).id()).isEqualTo(second.id());
    assertThat(requireNonNull(claim("there")).id()).isEqualTo(third.id());
    assertThat(claim("there")).isNull();
  }

  @Test
  void whoHasSoManyAtWorkAsOneMayWaitsAndLetsOthersPass() {
    var tokens = new Tokens(data, shared, () -> now);
    tokens.create(ADA, false);
    var adas = IntStream.range(0, 3).mapToObj(time -> create(ADA, "moth " + time)).toList();
    var bobs = create(BOB, "owl");

    assertThat(claimed()).isEqualTo(adas.get(0).id());
    assertThat(claimed()).isEqualTo(adas.get(1).id());
    assertThat(claimed()).isEqualTo(bobs.id());
    assertThat(claim("here")).isNull();
    ask(Addresses.APPEND, ending(adas.get(0).id(), 1, 1, RunStatus.FAILED));
    assertThat(claimed()).isEqualTo(adas.get(2).id());
  }

  @Test
  void whoWasInterruptedIsTakenUpAgainHoweverManyAreAtWork() {
    new Tokens(data, shared, () -> now).create(ADA, false);
    create(ADA, "moth");
    create(ADA, "owl");
    claim("here");
    claim("here");
    ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns("here", true));

    assertThat(claim("here")).isNotNull();
    assertThat(claim("here")).isNotNull();
  }

  @Test
  void withoutUsersAllMayBeAtWork() {
    var runs = IntStream.range(0, 5).mapToObj(time -> create(Owner.LOCAL, "moth " + time)).toList();

    assertThat(runs).allSatisfy(run -> assertThat(claimed()).isEqualTo(run.id()));
  }

  @Test
  void whatIsHeldIsNobodyElsesToClaim() {
    create(ADA, "moth");
    claim("here");

    assertThat(claim("there")).isNull();
    assertThat(claim("here")).isNull();
  }

  @Test
  void aNodeThatDiesIsCountedAndWhatItStillSaysIsStale() {
    var run = create(ADA, "moth");
    for (var crash = 1; crash <= 3; crash++) {
      var claimed = requireNonNull(claim("here"));
      ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns("here", true));

      assertThat(find(run.id()).crashes()).isEqualTo(crash);
      assertThat(refused(Addresses.APPEND, ticks(run.id(), claimed.epoch(), 1, 1)))
          .isInstanceOf(Problem.Stale.class);
    }
  }

  @Test
  void whatHasEndedIsNeitherReleasedNorClaimed() {
    var run = create(ADA, "moth");
    claim("here");
    ask(Addresses.APPEND, ending(run.id(), 1, 1, RunStatus.SUCCEEDED));
    ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns("here", true));

    assertThat(claim("here")).isNull();
    assertThat(find(run.id()).crashes()).isZero();
  }

  @Test
  void whoWaitsKnowsHowManyAreAhead() {
    var first = create(ADA, "moth");
    var second = create(BOB, "owl");
    var third = create(ADA, "fox");
    assertThat(ahead(first, second, third)).containsExactly(0, 1, 2);

    claim("here");
    assertThat(ahead(first, second, third)).containsExactly(0, 1, 2);
    ask(Addresses.APPEND, ending(first.id(), 1, 1, RunStatus.SUCCEEDED));
    assertThat(ahead(first, second, third)).containsExactly(0, 0, 1);
  }

  @Test
  void runsAreListedNewestFirstInPages() {
    var runs = IntStream.range(0, 5).mapToObj(time -> create(ADA, "moth " + time)).toList();
    claim("here");

    var page = runs(ADA, null, 0, 2);
    assertThat(page).containsExactly(runs.get(4), runs.get(3));
    assertThat(runs(ADA, null, page.getLast().number(), 2))
        .containsExactly(runs.get(2), runs.get(1));
    assertThat(runs(null, RunStatus.RUNNING, 0, 9))
        .extracting(Run::id)
        .containsExactly(runs.get(0).id());
  }

  private List<Run> runs(@Nullable Owner owner, @Nullable RunStatus status, long after, int limit) {
    return ask(
            Addresses.LIST_RUNS, new Storage.ListRuns(owner, status, RunKind.HATCH, after, limit))
        .runs();
  }

  private RunId claimed() {
    return requireNonNull(claim("here")).id();
  }

  private List<Integer> ahead(Run... runs) {
    return Arrays.stream(runs).map(run -> find(run.id()).ahead()).toList();
  }

  private static Storage.CreateRun keyed(Owner owner, String key) {
    return new Storage.CreateRun(order(owner, "moth", key), null, MINUTE, ROOM);
  }

  private static Storage.CreateRun idempotent(Owner owner, String words, String key) {
    return new Storage.CreateRun(order(owner, words, null), key, MINUTE, ROOM);
  }

  private static Storage.CreateRun within(Storage.Room room, Owner owner, @Nullable String key) {
    return new Storage.CreateRun(order(owner, "moth", key), null, MINUTE, room);
  }
}
