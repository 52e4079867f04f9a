package dev.hatchery.task;

import static dev.hatchery.task.Told.completed;
import static dev.hatchery.task.Told.met;
import static dev.hatchery.task.Told.note;
import static dev.hatchery.task.Told.notes;
import static dev.hatchery.task.Told.over;
import static dev.hatchery.task.Told.percent;
import static dev.hatchery.task.Told.started;
import static dev.hatchery.task.Told.story;
import static dev.hatchery.task.Workshop.ADA;
import static dev.hatchery.task.Workshop.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class TaskVerticleTest {
  @TempDir Path data;
  private Workshop shop;

  @BeforeEach
  void open() {
    shop = new Workshop(data);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aTaskGoesFromItsFirstReportToItsEnding() {
    var run = run(shop.emit(started("shop", story("a", 2), story("b", 2))));
    assertThat(shop.run(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(shop.run(run).startedAt()).isNotNull();

    shop.emit(Told.of("shop", null, "story_started", new Report.StoryStarted(story("a", null))));
    shop.emit(Told.of("shop", null, "ac_completed", met("a", 0)));
    assertThat(shop.run(run).standing().measured()).isEqualTo(25);
    assertThat(shop.run(run).standing().message()).isEqualTo("Story 1 of 2, 1 of 4 criteria.");
    shop.emit(completed("shop", true));

    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
    assertThat(shop.types(run))
        .containsExactly(
            "task_started", "story_started", "ac_completed", "task_completed", "complete");
    assertThat(shop.run(run).standing().progress()).isEqualTo(100);
  }

  @Test
  void aTaskThatFailedEndsAsAnErrorWhereItStopped() {
    var run = run(shop.emit(percent("build", 40), completed("build", false)));

    await().until(() -> shop.run(run).status() == RunStatus.FAILED);
    assertThat(shop.run(run).failure()).isEqualTo("task_failed");
    assertThat(shop.run(run).standing().progress()).isEqualTo(40);
    assertThat(shop.types(run)).endsWith("task_completed", "error");
    assertThat(shop.notRetried("build").code()).isEqualTo("not_retryable");
  }

  @Test
  void whatACommandEndedWithIsKeptAndSaid() {
    var over = new Report.TaskCompleted(false, 3);
    var run = run(shop.emit(started("build"), Told.of("build", null, "task_completed", over)));
    await().until(() -> shop.run(run).status() == RunStatus.FAILED);
    shop.restart();

    var list = ((Checkpoint.Reported) shop.run(run).checkpoint()).checklist();
    assertThat(list.exitCode()).isEqualTo(3);
    assertThat(shop.run(run).standing().message()).isEqualTo("Checkout failed with exit code 3.");
  }

  @Test
  void anEmissionThatNamesAnUnknownRunStartsIt() {
    var places = shop.emit(note("nightly"));

    assertThat(shop.run(ADA, "nightly").id()).isEqualTo(run(places));
    assertThat(places.getFirst().seq()).isEqualTo(1);
  }

  @Test
  void anEmissionIsAboutTheRunItNamesElseItsTaskElseTheOnlyOneThatRuns() {
    var first = run(shop.emit(Told.of("ci", "T-1", "task_started", started(0, null))));
    assertThat(run(shop.emit(note(null)))).isEqualTo(first);
    assertThat(run(shop.emit(Told.of(null, "T-1", "noted", new Report.Other())))).isEqualTo(first);
    var second = run(shop.emit(Told.of(null, "T-2", "task_started", started(0, null))));

    assertThat(second).isNotEqualTo(first);
    assertThat(shop.run(second).name()).isEqualTo("T-2");
    assertThat(run(shop.emit(Told.of("ci", "T-2", "noted", new Report.Other())))).isEqualTo(first);
    assertThat(run(shop.emit(note(first.value())))).isEqualTo(first);
    assertThat(shop.refused(note(null))).isEqualTo("run_required");
  }

  @Test
  void withoutAnyNameAndNothingRunningWorkBeginsButNothingConcludes() {
    assertThat(shop.refused(Told.of(null, null, "ac_completed", met("a", 0))))
        .isEqualTo("run_required");
    assertThat(shop.refused(completed(null, true))).isEqualTo("run_required");
    assertThat(shop.runs(ADA)).isEmpty();

    var run = run(shop.emit(percent(null, 10)));
    assertThat(shop.run(run).name()).isNull();
    shop.emit(completed(null, true));
    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
  }

  @Test
  void underAnEndedNameOnlyTaskStartedBeginsAnew() {
    var first = run(shop.emit(started("job")));
    shop.emit(completed("job", true));

    assertThat(shop.refused(note("job"))).isEqualTo("already_finished");
    var second = run(shop.emit(started("job")));
    assertThat(second).isNotEqualTo(first);
    assertThat(shop.refused(note(first.value()))).isEqualTo("already_finished");
    assertThat(shop.runs(ADA)).hasSize(2);
  }

  @Test
  void taskStartedAgainWhileItRunsChangesNothingThatIsDone() {
    var run = run(shop.emit(started("job", story("a", 1), story("b", 1))));
    shop.emit(Told.of("job", null, "ac_completed", met("a", 0)));
    shop.emit(started("job", story("a", 1), story("b", 1)));

    assertThat(shop.run(run).standing().progress()).isEqualTo(50);
    assertThat(shop.runs(ADA)).hasSize(1);
  }

  @Test
  void anIdOfNobodysRunIsNotFoundAndStartsNothing() {
    assertThat(shop.refused(note(RunId.random().value()))).isEqualTo("not_found");
    assertThat(shop.runs(ADA)).isEmpty();
  }

  @Test
  void twoOwnersWithTheSameNamesNeverMix() {
    var adas = run(shop.emit(ADA, started("build")));
    var bobs = run(shop.emit(BOB, started("build")));
    shop.emit(BOB, completed("build", true));
    await().until(() -> shop.run(BOB, "build").status() == RunStatus.SUCCEEDED);

    assertThat(adas).isNotEqualTo(bobs);
    assertThat(run(shop.emit(ADA, note("build")))).isEqualTo(adas);
    assertThat(run(shop.emit(ADA, note(null)))).isEqualTo(adas);
    assertThat(shop.refused(note(bobs.value()))).isEqualTo("not_found");
    var same = Told.marked("build", "x", "h");
    assertThat(run(shop.emit(ADA, same))).isEqualTo(adas);
    assertThat(run(shop.emit(BOB, started("build")))).isNotEqualTo(bobs);
    assertThat(run(shop.emit(BOB, same))).isNotEqualTo(adas);
  }

  @Test
  void anArrayIsRecordedInItsOrderOrNotAtAll() {
    var places = shop.emit(started("one"), note("two"), note("one"), note("two"));
    assertThat(places).extracting(Emitting.Place::seq).containsExactly(1L, 1L, 2L, 2L);

    assertThat(shop.refused(note("one"), completed("one", true), note("one")))
        .isEqualTo("already_finished");
    assertThat(shop.types(places.getFirst().runId())).containsExactly("task_started", "noted");
    assertThat(shop.refused(note("three"), note(null))).isEqualTo("run_required");
    assertThat(shop.runs(ADA)).hasSize(2);
  }

  @Test
  void milestonesWaitTheirTurnAndBeyondAHundredWhoeverReportsIsToldToSlowDown() {
    var first = shop.emitting(ADA, notes("busy", 100));
    var tooMuch = shop.problem(shop.emitting(ADA, notes("busy", 20)));
    assertThat(tooMuch)
        .isInstanceOfSatisfying(
            Problem.Busy.class,
            busy -> {
              assertThat(busy.code()).isEqualTo("slow_down");
              assertThat(busy.retryAfter()).isPositive();
            });

    await().atMost(Duration.ofSeconds(20)).until(first::isComplete);
    assertThat(first.result().places())
        .extracting(Emitting.Place::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(shop.events(run(first.result().places()))).hasSize(100);
  }

  @Test
  void aTickThatIsConflatedIsAnsweredWithTheEventThatStandsForIt() {
    var asked = new ArrayList<io.vertx.core.Future<Emitting.Emitted>>();
    for (int i = 1; i <= 60; i++) {
      asked.add(shop.emitting(ADA, List.of(percent("bar", i))));
    }
    asked.forEach(one -> await().until(one::isComplete));
    var places = asked.stream().map(one -> one.result().places().getFirst()).toList();
    var events = shop.events(places.getFirst().runId());

    assertThat(events.size()).isLessThan(60);
    assertThat(places).extracting(Emitting.Place::seq).isSorted();
    assertThat(places.getLast().id()).isEqualTo(events.getLast().id());
    assertThat(shop.run(ADA, "bar").standing().progress()).isEqualTo(60);
  }

  @Test
  void theSameEventIdIsRecordedOnceAlsoWhileItIsUnderWayAndAfterARestart() {
    var one = Told.marked("ci", "e1", "same");
    var twice = shop.emitting(ADA, List.of(one));
    var again = shop.emitting(ADA, List.of(one, one));
    await().until(() -> twice.isComplete() && again.isComplete());
    var place = twice.result().places().getFirst();

    assertThat(again.result().places()).containsExactly(place, place);
    assertThat(shop.emit(one)).containsExactly(place);
    shop.restart();
    assertThat(shop.emit(note("ci"), one).getLast()).isEqualTo(place);
    assertThat(shop.refused(Told.marked("ci", "e1", "other"))).isEqualTo("event_id_reused");
    assertThat(shop.types(place.runId())).containsExactly("noted", "noted");
  }

  @Test
  void aConflatedTickWithAnEventIdIsRememberedAsWell() {
    var ticks = new ArrayList<Emission>();
    for (int i = 1; i <= 40; i++) {
      var tick = percent("bar", i);
      var mark = Told.marked("bar", "t" + i, "h").marks();
      ticks.add(new Emission("bar", null, tick.type(), tick.report(), null, "{}", mark));
    }
    var first = shop.emit(ticks.toArray(Emission[]::new));

    assertThat(shop.emit(ticks.toArray(Emission[]::new))).isEqualTo(first);
    assertThat(shop.events(run(first)).size()).isLessThan(40);
  }

  @Test
  void aRestartTakesUpWhatIsOpenWithItsChecklistAndNumbers() {
    var run = run(shop.emit(started("job", story("a", 2), story("b", 2))));
    shop.emit(Told.of("job", null, "ac_completed", met("a", 0)));
    for (int i = 0; i < 4; i++) {
      shop.restart();
    }

    var place = shop.emit(Told.of(null, null, "ac_completed", met("a", 1))).getFirst();
    assertThat(place.runId()).isEqualTo(run);
    assertThat(place.seq()).isEqualTo(3);
    assertThat(shop.run(run).standing().measured()).isEqualTo(50);
    assertThat(shop.run(run).crashes()).isZero();
    var list = ((Checkpoint.Reported) shop.run(run).checkpoint()).checklist();
    assertThat(list.stories().getFirst().met()).isEqualTo(2);
    shop.emit(Told.of("job", null, "story_completed", over("a", true)), completed("job", true));
    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
  }

  @Test
  void aTaskThatNobodyReportsOnIsGivenUp() {
    shop.close();
    shop = new Workshop(data, Duration.ofSeconds(5));
    var run = run(shop.emit(percent("gone", 30)));
    shop.later = Duration.ofSeconds(6);

    await().until(() -> shop.run(run).status() == RunStatus.FAILED);
    assertThat(shop.run(run).failure()).isEqualTo("abandoned");
    assertThat(shop.run(run).standing().progress()).isEqualTo(30);
    assertThat(shop.refused(note("gone"))).isEqualTo("already_finished");
  }

  @Test
  void theTimeSinceTheLastReportOutlivesARestart() {
    var run = run(shop.emit(note("gone")));
    shop.close();
    shop = new Workshop(data, Duration.ofSeconds(10));
    shop.later = Duration.ofSeconds(12);

    await().until(() -> shop.run(run).status() == RunStatus.FAILED);
  }

  @Test
  void whoeverCancelsATaskEndsIt() {
    var run = run(shop.emit(started("job")));

    assertThat(shop.cancel("job").status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(shop.types(run)).containsExactly("task_started", "cancelled");
    assertThat(shop.refused(note("job"))).isEqualTo("already_finished");
  }

  @Test
  void aTaskIsNeverClaimedByTheQueue() {
    var run = run(shop.emit(note("mine")));
    shop.restart();

    assertThat(shop.run(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(shop.run(run).epoch()).isEqualTo(2);
  }

  private static RunId run(List<Emitting.Place> places) {
    return places.getFirst().runId();
  }
}
