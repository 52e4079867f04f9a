package dev.hatchery.progress;

import static dev.hatchery.progress.Runs.backstory;
import static dev.hatchery.progress.Runs.complete;
import static dev.hatchery.progress.Runs.enterAvatar;
import static dev.hatchery.progress.Runs.enterLlm;
import static dev.hatchery.progress.Runs.painted;
import static dev.hatchery.progress.Runs.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressAggregatorVerticleTest {
  private static final Duration TYPICAL = Duration.ofSeconds(6);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final FakeJournal journal = new FakeJournal();
  private final Metrics metrics = new Metrics();

  @BeforeEach
  void deploy() throws Exception {
    soon(bus.answerLater(Addresses.APPEND, journal::append));
    soon(vertx.deployVerticle(new ProgressAggregatorVerticle(bus, 10, metrics)));
    open(Runs.fresh());
  }

  @AfterEach
  void close() throws Exception {
    soon(vertx.close());
  }

  @Test
  void aHatchingIsWrittenFromItsFirstTickToItsEnding() throws Exception {
    bus.announce(Addresses.ENTERED, enterLlm(1, TYPICAL));
    var reached = soon(bus.ask(Addresses.REACH, backstory(1)));
    bus.announce(Addresses.ENTERED, enterAvatar(1, MINUTE));
    bus.announce(Addresses.MEASURED, painted(1, 0.5));
    soon(bus.ask(Addresses.REACH, reach(1, complete(), 100.0)));

    assertThat(journal.types())
        .startsWith("llm_progress", "backstory_complete", "avatar_progress")
        .endsWith("avatar_progress", "complete");
    assertThat(journal.written.stream().map(Journal.Draft::seq))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, journal.written.size()).boxed().toList());
    assertThat(reached).isEqualTo(new Progress.Reached(1002, 2));
  }

  @Test
  void theLastTickIsWrittenWithoutAnyFurtherReport() {
    bus.announce(Addresses.ENTERED, enterAvatar(1, MINUTE));
    IntStream.rangeClosed(1, 40)
        .forEach(i -> bus.announce(Addresses.MEASURED, painted(1, i / 40.0)));

    await().until(() -> lastProgress() == 99);
  }

  @Test
  void aSilentModelIsHeardOfWithoutAnyReport() {
    bus.announce(Addresses.ENTERED, enterLlm(1, Duration.ofSeconds(1)));

    await().until(() -> journal.written.size() > 2 && lastProgress() > 5);
    assertThat(Seen.of(journal.written.getLast()).estimated()).isTrue();
  }

  @Test
  void ofManyWaitingRunsEachHearsItsPlace() {
    bus.announce(Addresses.WAITED, new Progress.Wait(Runs.ID, 3, null));

    await().until(() -> journal.types().contains("queued"));
  }

  @Test
  void whileAnAppendIsUnderWayTicksAreConflated() {
    var ready = journal.dawdle();
    bus.announce(Addresses.ENTERED, enterAvatar(1, MINUTE));
    IntStream.rangeClosed(1, 30)
        .forEach(i -> bus.announce(Addresses.MEASURED, painted(1, i / 40.0)));
    var backstory = bus.ask(Addresses.REACH, reach(1, new Happening.Saving(), 100.0));
    await().until(() -> journal.asked.size() == 1);
    ready.complete();

    await().until(backstory::succeeded);
    assertThat(journal.types()).containsExactly("avatar_progress", "avatar_progress", "progress");
    assertThat(Seen.of(journal.written.get(1)).progress()).isEqualTo(81.2);
    assertThat(new String(metrics.scrape(), StandardCharsets.UTF_8))
        .contains("hatchery_conflations_total{at=\"journal\"} 29.0");
  }

  @Test
  void whatCannotBeWrittenNowIsWrittenLaterAndTheSame() throws Exception {
    journal.problems.add(new Problem.Unavailable("disk_full", "The disk is full."));
    journal.problems.add(new Problem.Busy("locked", "The database is busy.", Duration.ZERO));

    soon(bus.ask(Addresses.REACH, backstory(1)));

    assertThat(journal.asked).hasSize(3);
    assertThat(journal.asked.get(1).drafts()).isEqualTo(journal.asked.getFirst().drafts());
    assertThat(journal.asked.get(2)).isEqualTo(journal.asked.getFirst().repeated());
    assertThat(journal.types()).containsExactly("backstory_complete");
  }

  @Test
  void whatBuildsOnWhatWasRefusedIsRefusedToo() throws Exception {
    var ready = journal.dawdle();
    journal.problems.add(new Problem.Unavailable("disk_full", "The disk is full."));
    var first = bus.ask(Addresses.TELL, told(0));
    await().until(() -> journal.asked.size() == 2);
    assertThat(problem(bus.ask(Addresses.TELL, told(0))).code()).isEqualTo("disk_full");
    ready.complete();

    soon(first);
    assertThat(problem(bus.ask(Addresses.TELL, told(0))).code()).isEqualTo("not_recorded");
    soon(bus.ask(Addresses.TELL, told(1)));
    assertThat(journal.types()).containsExactly("noted", "noted");
  }

  @Test
  void whoeverReportsToARunThatWasTakenOverHearsSo() {
    journal.problems.add(new Problem.Stale("Another node works on it."));

    assertThat(problem(bus.ask(Addresses.REACH, backstory(1)))).isInstanceOf(Problem.Stale.class);
    assertThat(problem(bus.ask(Addresses.REACH, backstory(1)))).isInstanceOf(Problem.Stale.class);
    assertThat(journal.asked).hasSize(1);
  }

  @Test
  void onlyTheNewestClaimCounts() throws Exception {
    open(Runs.standing(new Standing(12, 0, "llm", "", null), 0, 2));
    bus.announce(Addresses.ENTERED, enterLlm(1, TYPICAL));
    assertThat(problem(bus.ask(Addresses.REACH, backstory(1)))).isInstanceOf(Problem.Stale.class);
    assertThat(problem(bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(Runs.fresh()))))
        .isInstanceOf(Problem.Stale.class);

    soon(bus.ask(Addresses.REACH, backstory(2)));

    assertThat(journal.types()).containsExactly("backstory_complete");
    assertThat(journal.asked.getFirst().epoch()).isEqualTo(2);
  }

  @Test
  void aMilestoneUnderWayWhenTheRunIsClaimedAnewIsStillAnswered() throws Exception {
    var ready = journal.dawdle();
    var underWay = bus.ask(Addresses.REACH, backstory(1));
    var waiting = bus.ask(Addresses.REACH, reach(1, new Happening.Saving(), 100.0));
    await().until(() -> journal.asked.size() == 1);
    open(Runs.standing(new Standing(25, 25, "llm", "", null), 1, 2));
    ready.complete();

    assertThat(soon(underWay).seq()).isEqualTo(1);
    assertThat(problem(waiting)).isInstanceOf(Problem.Stale.class);
    assertThat(journal.types()).containsExactly("backstory_complete");
  }

  @Test
  void openingTheSameClaimTwiceChangesNothing() throws Exception {
    soon(bus.ask(Addresses.REACH, backstory(1)));
    open(Runs.fresh());

    assertThat(soon(bus.ask(Addresses.REACH, reach(1, new Happening.Saving(), null))).seq())
        .isEqualTo(2);
  }

  @Test
  void whatAnotherNodeSaidMeanwhileIsGoneOnFrom() throws Exception {
    soon(bus.ask(Addresses.REACH, backstory(1)));
    open(Runs.standing(new Standing(25, 25, "llm", "", null), 3, 1));

    assertThat(soon(bus.ask(Addresses.REACH, reach(1, new Happening.Saving(), null))).seq())
        .isEqualTo(4);
  }

  @Test
  void whatSomebodyElseEndedIsForgotten() throws Exception {
    var run = Runs.fresh();
    var ending = new Event(7, run.subject(), 1, "cancelled", true, true, run.createdAt(), "{}");
    bus.announce(Addresses.COMMITTED, new Journal.Committed(List.of(ending)));

    await().until(() -> problem(bus.ask(Addresses.REACH, backstory(1))) instanceof Problem.Stale);
    assertThat(journal.asked).isEmpty();
  }

  @Test
  void anEndedRunIsForgotten() throws Exception {
    soon(bus.ask(Addresses.REACH, reach(1, new Happening.Cancelled(), null)));

    assertThat(problem(bus.ask(Addresses.REACH, backstory(1)))).isInstanceOf(Problem.Stale.class);
    assertThat(journal.types()).containsExactly("cancelled");
  }

  @Test
  void ofTwoEndingsOnlyTheFirstCounts() throws Exception {
    var ready = journal.dawdle();
    var first = bus.ask(Addresses.REACH, reach(1, new Happening.Cancelled(), null));
    var second = bus.ask(Addresses.REACH, reach(1, complete(), 100.0));
    assertThat(problem(second)).isInstanceOf(Problem.Conflict.class);
    ready.complete();

    soon(first);
    assertThat(journal.types()).containsExactly("cancelled");
  }

  private void open(Run run) throws Exception {
    soon(bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(run)));
  }

  private static Progress.Tell told(int course) {
    var noted = new Happening.Emitted("noted", "{}", true);
    var word = new Progress.Word(noted, "Noted.", 0, null, null, null, List.of());
    return new Progress.Tell(Runs.ID, 1, course, List.of(word));
  }

  private double lastProgress() {
    return journal.written.isEmpty() ? -1 : Seen.of(journal.written.getLast()).progress();
  }

  private static Problem problem(Future<?> asked) {
    await().until(asked::isComplete);
    return ProblemException.in(asked.cause());
  }

  private static <T> T soon(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
