package dev.hatchery.task;

import static dev.hatchery.task.Told.completed;
import static dev.hatchery.task.Told.met;
import static dev.hatchery.task.Told.note;
import static dev.hatchery.task.Told.percent;
import static dev.hatchery.task.Told.started;
import static dev.hatchery.task.Told.story;
import static dev.hatchery.task.Workshop.ADA;
import static dev.hatchery.task.Workshop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database; what a program reports may arrive at either. */
@SuppressWarnings("NullAway.Init")
class TasksOfTwoNodesTest {
  private static final String FAR = "9000000000000000";

  @TempDir Path data;
  private Workshop one;
  private Workshop two;
  private final Line toOne = new Line();
  private final Line toTwo = new Line();

  @BeforeEach
  void open() {
    one = new Workshop(data, "one");
    two = new Workshop(data, "two");
    two.reach(one, Addresses.EMIT, toOne);
    two.reach(one, Addresses.HALT, toOne);
    one.reach(two, Addresses.EMIT, toTwo);
    one.reach(two, Addresses.HALT, toTwo);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  @Test
  void whicheverNodeIsToldTheOneThatHasTheTaskRecordsIt() {
    var run = run(one.emit(started("job", story("a", 2))));
    var place = two.emit(Told.of("job", null, "ac_completed", met("a", 0))).getFirst();

    assertThat(place).isEqualTo(new Emitting.Place(place.id(), run, 2));
    assertThat(run(two.emit(note(run.value())))).isEqualTo(run);
    assertThat(one.emit(note("job")).getFirst().seq()).isEqualTo(4);
    assertThat(one.run(run).epoch()).isEqualTo(1);
    assertThat(one.run(run).standing().measured()).isEqualTo(50);
    two.emit(completed("job", true));
    await().until(() -> one.run(run).status() == RunStatus.SUCCEEDED);
  }

  @Test
  void aTaskIsFoundOnTheOtherNodeAlsoByItsTaskIdAndWithoutAName() {
    var run = run(one.emit(Told.of("ci", "T-1", "task_started", Told.started(0, null))));

    assertThat(run(two.emit(Told.of(null, "T-1", "noted", new Report.Other())))).isEqualTo(run);
    assertThat(run(two.emit(note(null)))).isEqualTo(run);
    two.emit(started("other"));
    assertThat(two.refused(note(null))).isEqualTo("run_required");
    assertThat(one.refused(note(null))).isEqualTo("run_required");
  }

  @Test
  void anArrayOverTasksOfBothNodesIsAnsweredInItsOrder() {
    var first = run(one.emit(started("first")));
    var second = run(two.emit(started("second")));

    var places = two.emit(note("first"), note("second"), note("first"), note("third"));
    assertThat(places).extracting(Emitting.Place::seq).containsExactly(2L, 2L, 3L, 1L);
    assertThat(places.subList(0, 3))
        .extracting(Emitting.Place::runId)
        .containsExactly(first, second, first);
  }

  @Test
  void theSameEventIdIsRecordedOnceWhicheverNodeIsTold() {
    var run = run(one.emit(started("ci")));
    var marked = Told.marked("ci", "e1", "same");
    var here = one.emitting(ADA, List.of(marked));
    var there = two.emitting(ADA, List.of(marked, marked));

    assertThat(soon(there).places()).containsOnly(soon(here).places().getFirst());
    one.emit(completed("ci", true));
    await().until(() -> two.run(run).status() == RunStatus.SUCCEEDED);
    assertThat(two.emit(marked)).isEqualTo(soon(here).places());
    assertThat(two.refused(Told.marked("ci", "e1", "other"))).isEqualTo("event_id_reused");
    assertThat(one.types(run)).containsOnlyOnce("noted");
  }

  @Test
  void whatIsToldOfATaskWhoseNodeDiedWaitsForItsLeaseAndIsRecordedOnce() {
    var run = run(one.emit(percent("job", 40)));
    toOne.state = Line.State.CUT;
    var told = two.emitting(ADA, List.of(note("job")));
    await().until(() -> toOne.given.get() > 2);
    assertThat(told.isComplete()).isFalse();
    lease("0");

    assertThat(soon(told).places().getFirst().seq()).isEqualTo(2);
    assertThat(two.run(run).epoch()).isEqualTo(2);
    assertThat(two.run(run).standing().progress()).isEqualTo(40);
    // The first node was only asleep and still thinks that the task is its own.
    assertThat(run(one.emit(note("job")))).isEqualTo(run);
    assertThat(one.types(run)).containsExactly("progress", "noted", "noted");
    assertThat(one.run(run).epoch()).isEqualTo(2);
  }

  @Test
  void aNodeThatStandsStillIsGivenUpWhenItsLeaseEndsAndNotBefore() {
    var run = run(one.emit(note("job")));
    toOne.state = Line.State.SILENT;
    var told = two.emitting(ADA, List.of(note("job")));
    await().until(() -> toOne.given.get() == 1);
    lease("0");

    assertThat(soon(told).places()).extracting(Emitting.Place::seq).containsExactly(2L);
    assertThat(two.run(run).node()).isEqualTo("two");
  }

  @Test
  void whatWasRecordedAlthoughTheAnswerGotLostIsNotRecordedAgain() {
    var run = run(one.emit(note("job")));
    toOne.state = Line.State.DEAF;
    var told = two.emitting(ADA, List.of(note("job")));
    await().until(() -> one.run(run).lastSeq() == 2);
    lease("0");

    assertThat(soon(told).places()).extracting(Emitting.Place::seq).containsExactly(2L);
    assertThat(two.types(run)).containsExactly("noted", "noted");
  }

  @Test
  void aTaskWhoseNodeDiedIsTakenUpAlsoWithoutAWordAndGivenUpInTheEnd() {
    var run = run(one.emit(note("gone")));
    lease("0");
    await().until(() -> "two".equals(two.run(run).node()));
    two.later = Duration.ofDays(2);
    two.restart();

    await().until(() -> two.run(run).status() == RunStatus.FAILED);
    assertThat(two.run(run).failure()).isEqualTo("abandoned");
    assertThat(two.types(run)).containsExactly("noted", "error");
  }

  @Test
  void whatAnotherNodeHoldsIsNotTakenUpAtTheStart() {
    var run = run(one.emit(note("job")));
    lease(FAR);
    two.restart();

    assertThat(two.run(run).node()).isEqualTo("one");
    assertThat(two.run(run).epoch()).isEqualTo(1);
  }

  @Test
  void aNodeThatStopsLeavesItsTasksToTheOthersAtOnce() {
    var run = run(one.emit(started("job")));
    lease(FAR);
    one.stop();

    assertThat(run(two.emit(note("job")))).isEqualTo(run);
    assertThat(two.run(run).node()).isEqualTo("two");
  }

  @Test
  void whoeverCancelsATaskOfTheOtherNodeEndsIt() {
    var run = run(one.emit(started("job")));

    assertThat(two.cancel("job").status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(two.types(run)).containsExactly("task_started", "cancelled");
    assertThat(one.refused(note("job"))).isEqualTo("already_finished");
  }

  @Test
  void aTaskWhoseNodeDiedCanBeCancelledOnceItsLeaseEnds() {
    var run = run(one.emit(started("job")));
    toOne.state = Line.State.SILENT;
    var cancelled = two.cancelling("job");
    await().until(() -> toOne.given.get() > 0);
    lease("0");

    assertThat(soon(cancelled).run().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(two.types(run)).containsExactly("task_started", "cancelled");
    // What sleeps wakes to find it ended, and does not end it again.
    assertThat(one.refused(note("job"))).isEqualTo("already_finished");
  }

  @Test
  void aNameThatEndedOnTheOtherNodeIsGivenAgain() {
    var before = run(one.emit(started("job")));
    two.emit(note("job"));
    one.emit(completed("job", true));
    await().until(() -> one.run(before).status() == RunStatus.SUCCEEDED);

    assertThat(two.refused(note("job"))).isEqualTo("already_finished");
    var after = run(two.emit(started("job")));
    assertThat(after).isNotEqualTo(before);
    assertThat(run(one.emit(note("job")))).isEqualTo(after);
  }

  private static RunId run(List<Emitting.Place> places) {
    return places.getFirst().runId();
  }

  /** When the leases of the first node end, in milliseconds since 1970. */
  private void lease(String until) {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hatchery.db"));
        var statement = database.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("UPDATE run SET lease = " + until + " WHERE node = 'one'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
