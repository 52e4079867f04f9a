package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
final class OutageTest extends StorageFixture {
  private final RecordJson json = new RecordJson();
  private final List<Event> published = new ArrayList<>();
  private Database database;
  private Context loop;
  private GroupCommit group;

  @BeforeEach
  void open() {
    loop = vertx.getOrCreateContext();
    database = await(SqliteDatabase.open(vertx, data, Synchronous.FULL));
    group =
        new GroupCommit(
            new JournalWriter(database, json)::commit, published::addAll, Runnable::run);
  }

  @Test
  void aFullDiskRefusesLosesNothingAndIsWrittenAgainWhenThereIsRoom() {
    var run =
        await(
                new RunCreation(database, json, () -> NOW)
                    .create(
                        new Storage.CreateRun(order(ADA, "moth", null), null, Duration.ZERO, ROOM)))
            .run();
    await(append(ticks(run.id(), 0, 1, 3)));

    await(database.write().run("test/fillDisk"));
    var refused = append(ticks(run.id(), 0, 4, 2003));
    assertThatThrownBy(() -> await(refused)).hasRootCauseInstanceOf(SQLException.class);
    var problem = problem(() -> await(refused.recover(StorageProblem::failed)));
    assertThat(problem.code()).isEqualTo("storage_full");
    assertThat(head().head()).isEqualTo(3);
    assertThat(found(run).lastSeq()).isEqualTo(3);

    await(database.write().run("test/freeDisk"));
    assertThat(await(append(ticks(run.id(), 0, 4, 2003))).ids()).startsWith(4L).endsWith(2003L);
    assertThat(found(run).lastSeq()).isEqualTo(2003);
    assertThat(published).isEqualTo(head().events());
  }

  @ParameterizedTest
  @CsvSource({
    "13, storage_full",
    "5, storage_busy",
    "6, storage_busy",
    "261, storage_busy",
    "8, storage_read_only",
    "10, storage_failed",
    "778, storage_failed",
    "14, storage_failed",
    "11, storage_damaged"
  })
  void whatTheDiskDoesIsNamed(int code, String name) {
    var failure = new IllegalStateException(new SQLException("x", null, code));

    assertThat(problem(() -> await(StorageProblem.failed(failure))).code()).isEqualTo(name);
  }

  @Test
  void aDefectOfOursIsNotTakenForAnOutage() {
    var constraint = new SQLException("x", null, 19);

    assertThat(StorageProblem.failed(constraint).cause()).isSameAs(constraint);
    assertThat(StorageProblem.failed(new ProblemException(new Problem.NotFound("x"))).cause())
        .isInstanceOf(ProblemException.class);
    assertThat(StorageProblem.isOutage(constraint)).isFalse();
  }

  private Future<Journal.Appended> append(Journal.Append append) {
    var appended = Promise.<Journal.Appended>promise();
    loop.runOnContext(go -> group.append(append).onComplete(appended));
    return appended.future();
  }

  private Run found(Run run) {
    return await(
            new RunStore(database, json, () -> NOW)
                .find(new Storage.FindRun(null, RunRef.of(run.id()))))
        .run();
  }

  private Journal.Stretch head() {
    return await(new JournalReader(database).read(new Journal.Read(0, Filter.EVERYTHING, 100_000)));
  }
}
