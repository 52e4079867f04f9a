package dev.hatchery.task;

import static dev.hatchery.task.Told.completed;
import static dev.hatchery.task.Told.met;
import static dev.hatchery.task.Told.note;
import static dev.hatchery.task.Told.percent;
import static dev.hatchery.task.Told.started;
import static dev.hatchery.task.Told.story;
import static dev.hatchery.task.Workshop.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal did not take was not said. */
@SuppressWarnings("NullAway.Init")
class UntoldTest {
  private static final Problem FULL = new Problem.Unavailable("storage_full", "The disk is full.");
  private static final Problem STALE = new Problem.Stale("The run was claimed anew.");

  @TempDir Path data;
  private Workshop shop;
  private RunId run;

  @BeforeEach
  void open() {
    shop = new Workshop(data);
    run = shop.emit(started("job", story("a", 4))).getFirst().runId();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aCriterionIsNotMetByWhatWasRefused() {
    refuse(FULL);
    assertThat(shop.refused(criterion(0))).isEqualTo("storage_full");
    shop.emit(criterion(1));

    assertThat(checklist().stories().getFirst().met()).isEqualTo(1);
    assertThat(shop.run(run).standing().progress()).isEqualTo(25);
  }

  @Test
  void aPercentageIsNotKeptThatWasRefused() {
    shop.emit(percent("bar", 10));
    refuse(FULL);
    assertThat(shop.refused(percent("bar", 80))).isEqualTo("storage_full");
    shop.emit(percent("bar", 20));

    assertThat(shop.run(ADA, "bar").standing().progress()).isEqualTo(20);
  }

  @Test
  void whatWasSaidOnTopOfItIsTakenBackAsWell() {
    Promise<Problem> first = Promise.promise();
    Promise<Problem> second = Promise.promise();
    shop.refusals.addAll(List.of(first.future(), second.future()));
    var zero = shop.emitting(ADA, List.of(criterion(0)));
    var one = shop.emitting(ADA, List.of(criterion(1)));
    await().until(shop.refusals::isEmpty);
    first.complete(FULL);
    assertThat(shop.problem(zero).code()).isEqualTo("storage_full");
    shop.emit(criterion(2));
    second.complete(FULL);
    assertThat(shop.problem(one).code()).isEqualTo("storage_full");
    shop.emit(criterion(3));

    assertThat(checklist().stories().getFirst().met()).isEqualTo(2);
    assertThat(shop.run(run).standing().progress()).isEqualTo(50);
  }

  @Test
  void aTaskIsOverOnlyWhenThatIsInTheJournal() {
    refuse(FULL);
    assertThat(shop.refused(completed("job", true))).isEqualTo("storage_full");
    shop.emit(note("job"));
    assertThat(shop.run(run).status()).isEqualTo(RunStatus.RUNNING);

    shop.emit(completed("job", true));
    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
    assertThat(shop.types(run))
        .containsExactly("task_started", "noted", "task_completed", "complete");
  }

  @Test
  void whoeverCancelsATaskWhoseCompletionIsThenRefusedCancelsIt() {
    Promise<Problem> refusal = Promise.promise();
    shop.refusals.add(refusal.future());
    var completion = shop.emitting(ADA, List.of(completed("job", true)));
    await().until(shop.refusals::isEmpty);
    var cancel = shop.cancelling("job");
    assertThat(shop.refused(note("job"))).isEqualTo("already_finished");
    refusal.complete(FULL);

    assertThat(shop.problem(completion).code()).isEqualTo("storage_full");
    assertThat(Workshop.soon(cancel).run().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(shop.types(run)).containsExactly("task_started", "cancelled");
  }

  @Test
  void aRunThatIsNotKeptHereAnyMoreIsLookedForAnewByNameAndById() {
    for (var name : List.of("job", run.value())) {
      refuse(STALE);
      assertThat(shop.emit(note(name)).getFirst().runId()).isEqualTo(run);
    }
    assertThat(shop.types(run)).containsExactly("task_started", "noted", "noted");
    assertThat(shop.run(run).epoch()).isEqualTo(3);
    assertThat(shop.runs(ADA)).hasSize(1);
    shop.emit(completed("job", true));
    await().until(() -> shop.run(run).status() == RunStatus.SUCCEEDED);
    assertThat(shop.refused(note(run.value()))).isEqualTo("already_finished");
  }

  private void refuse(Problem problem) {
    shop.refusals.add(Future.succeededFuture(problem));
  }

  private Checklist checklist() {
    return ((Checkpoint.Reported) shop.run(run).checkpoint()).checklist();
  }

  private static Emission criterion(int index) {
    return Told.of("job", null, "ac_completed", met("a", index));
  }
}
