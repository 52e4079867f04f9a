package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import dev.hatchery.support.Postgres;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shared database goes away and comes back, and nothing is lost or doubled. */
@SuppressWarnings("NullAway.Init")
final class PostgresFaultsTest extends StorageFixture {
  private static final int CONNECTIONS = 20;

  private Postgres postgres;
  private URI database;

  @BeforeEach
  void startOnOne() throws IOException {
    postgres = Postgres.in(data, Map.of("max_connections", "" + CONNECTIONS, "fsync", "off"));
    database = postgres.database();
    shared = DatabaseUrl.of(database.toString());
    start();
  }

  @AfterEach
  void close() {
    postgres.close();
  }

  /** As whoever keeps a run's progress: the same again until it is there. */
  private Future<Journal.Appended> insist(Journal.Append append) {
    return bus.ask(Addresses.APPEND, append)
        .recover(
            failure ->
                problem(failure) instanceof Problem.Unavailable
                    ? vertx.timer(50).compose(again -> insist(append.repeated()))
                    : Future.failedFuture(failure));
  }

  private Future<Journal.Appended> insistOneByOne(Run run, long first, long last) {
    var appended = insist(ticks(run.id(), 0, first, first));
    return first == last
        ? appended
        : appended.compose(done -> insistOneByOne(run, first + 1, last));
  }

  private void requireWhole(int events) {
    var read = await(bus.ask(Addresses.READ, new Journal.Read(0, Filter.EVERYTHING, 100_000)));
    assertThat(read.events().stream().map(Event::id))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
    assertThat(told).containsExactlyElementsOf(read.events());
  }

  private BreakingLine overALine() {
    stop();
    var line = new BreakingLine(vertx, database.getPort());
    var port = ":" + database.getPort();
    shared = DatabaseUrl.of(database.toString().replace(port, ":" + line.port()));
    start();
    return line;
  }

  @Test
  void aRestartIsAPauseForWhoeverAppends() {
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 1));

    postgres.stop();
    assertThat(refused(Addresses.APPEND, ticks(run.id(), 0, 2, 2)))
        .isInstanceOf(Problem.Unavailable.class)
        .extracting(Problem::code)
        .isEqualTo("storage_unreachable");
    assertThat(refused(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(run.id()))).code())
        .isEqualTo("storage_unreachable");
    var insisting = insistOneByOne(run, 2, 20);
    postgres.start();

    await(insisting);
    requireWhole(20);
  }

  @Test
  void whatARunSavesInItsCourseWaitsForADatabaseThatIsRestarted() {
    var picture = PictureId.random();
    var bytes = Bytes.wrap(new byte[] {1, 2, 3});
    postgres.stop();

    var saving =
        bus.ask(Addresses.SAVE_PICTURE, new Storage.SavePicture(picture, ADA, "image/png", bytes));
    assertThat(refused(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, picture)).code())
        .isEqualTo("storage_unreachable");
    postgres.start();

    await(saving);
    assertThat(ask(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, picture)).bytes())
        .isEqualTo(bytes);
  }

  @Test
  void whenAllConnectionsAreCutOverAndOverNothingIsLostOrDoubled() {
    var appending = new ArrayList<Future<?>>();
    for (var appender = 0; appender < 5; appender++) {
      appending.add(insistOneByOne(create(ADA, "moth " + appender), 1, 100));
    }
    var all = Future.all(appending);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              postgres.cutConnections();
              return all.isComplete();
            });

    await(all);
    requireWhole(500);
  }

  @Test
  void whileOthersHaveAllConnectionsTheDatabaseIsBusy() throws SQLException {
    var run = create(ADA, "moth");
    postgres.cutConnections();
    var others = new ArrayList<Connection>();
    try {
      Awaitility.await()
          .until(
              () -> {
                try {
                  while (others.size() < CONNECTIONS) {
                    others.add(Postgres.connect(database));
                  }
                } catch (SQLException full) {
                  return "53300".equals(full.getSQLState());
                }
                return true;
              });
      assertThat(refused(Addresses.APPEND, ticks(run.id(), 0, 1, 1)).code())
          .isEqualTo("storage_busy");
    } finally {
      for (var other : others) {
        other.close();
      }
    }
    await(insist(ticks(run.id(), 0, 1, 1)));
    requireWhole(1);
  }

  @Test
  void whoSleepsInATransactionLosesItsLocks() throws SQLException {
    var run = create(ADA, "moth");
    var server = new PostgresServer(shared);
    var asleep = PgBuilder.pool().using(vertx).connectingTo(server.options()).build();
    var connection = await(asleep.getConnection());
    await(connection.begin());
    await(connection.query("UPDATE journal_head SET last = last").execute());

    await(insist(ticks(run.id(), 0, 1, 1)));
    requireWhole(1);
  }

  @Test
  void aCommitWhoseAnswerGotLostIsNotDoneTwiceAndIsTold() {
    var line = overALine();
    var run = create(ADA, "moth");

    line.breakAtCommit();
    var refused = refused(Addresses.APPEND, ticks(run.id(), 0, 1, 3));
    assertThat(refused.code()).isEqualTo("storage_unreachable");
    assertThat(line.broken()).isTrue();
    assertThat(find(run.id()).lastSeq()).isEqualTo(3);
    assertThat(told).isEmpty();

    assertThat(await(insist(ticks(run.id(), 0, 1, 3).repeated())).ids())
        .containsExactly(1L, 2L, 3L);
    await(insist(ticks(run.id(), 0, 4, 4)));
    await(insist(ticks(run.id(), 0, 1, 3).repeated()));
    requireWhole(4);
  }

  /**
   * Nodes are made anew one after the other, and the first that is brings the tables up to date.
   */
  @Test
  void aNewerNodeThatChangesTablesDisturbsNobody() throws SQLException {
    var runs = new ArrayList<Run>();
    for (var run = 0; run < 12; run++) {
      runs.add(create(ADA, "moth " + run));
    }
    everything(runs, 1);
    try (var newer = Postgres.connect(database);
        var migrating = newer.createStatement()) {
      migrating.execute("ALTER TABLE run ADD COLUMN novelty TEXT");
      migrating.execute("ALTER TABLE event ADD COLUMN novelty TEXT");
      migrating.execute("ALTER TABLE journal_head ALTER COLUMN last TYPE NUMERIC(19)");
      migrating.execute("ALTER TABLE journal_head ALTER COLUMN last TYPE BIGINT");
    }

    everything(runs, 2);
    requireWhole(24);
  }

  private void everything(List<Run> runs, long seq) {
    var answers = new ArrayList<Future<?>>();
    for (var run : runs) {
      answers.add(bus.ask(Addresses.APPEND, ticks(run.id(), 0, seq, seq)));
      answers.add(bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(run.id()))));
      answers.add(bus.ask(Addresses.READ, new Journal.Read(0, Filter.EVERYTHING, 1000)));
      answers.add(
          bus.ask(
              Addresses.CREATE_RUN,
              new Storage.CreateRun(order(ADA, "owl", "owl"), null, Duration.ZERO, ROOM)));
    }
    await(Future.all(answers));
  }

  @Test
  @Tag("soak")
  void aServerThatSaysNothingMoreIsGivenUp() {
    var line = overALine();
    var run = create(ADA, "moth");
    line.silence(true);
    assertThatThrownBy(
            () ->
                bus.ask(Addresses.APPEND, ticks(run.id(), 0, 1, 1))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(40, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("storage_unreachable");
    line.silence(false);
    await(insist(ticks(run.id(), 0, 1, 1)));
    requireWhole(1);
  }
}
