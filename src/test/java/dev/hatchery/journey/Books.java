package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.Postgres;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of a cluster, read past all nodes by somebody who trusts none of them. */
final class Books {
  /** Whoever writes an event is noted with whose run it was at that moment. */
  private static final String WATCH_WRITERS =
      """
      CREATE TABLE written (id BIGINT, run_id TEXT, writer TEXT, holder TEXT, epoch BIGINT);
      CREATE FUNCTION note_writer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO written
        SELECT NEW.id, NEW.run_id, session_user, node, epoch FROM run WHERE run.id = NEW.run_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_writer AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION note_writer();
      """;

  private static final String GAPS =
      """
      SELECT 'event ' || id FROM (SELECT id, lag(id, 1, 0::bigint) OVER (ORDER BY id) AS before FROM event) e
      WHERE id <> before + 1
      """;

  private static final String GAPS_OF_RUNS =
      """
      SELECT run_id || ' ' || seq
      FROM (SELECT run_id, seq, row_number() OVER (PARTITION BY run_id ORDER BY id) AS place FROM event) e
      WHERE seq <> place
      """;

  private static final String NOT_ENDED_ONCE =
      """
      SELECT run.id || ' ' || status
      FROM run LEFT JOIN event ON event.run_id = run.id
      GROUP BY run.id
      HAVING count(*) FILTER (WHERE type IN ('complete', 'error', 'cancelled')) <> 1
        OR finished_at IS NULL OR last_seq <> max(seq) OR last_event_id <> max(event.id)
      """;

  private static final String NOT_ENDED_LAST =
      """
      SELECT run_id || ' ' || type
      FROM (SELECT run_id, type, row_number() OVER (PARTITION BY run_id ORDER BY seq DESC) AS place FROM event) e
      WHERE (type IN ('complete', 'error', 'cancelled')) <> (place = 1)
      """;

  private static final String FALLS =
      """
      SELECT run_id || ' ' || seq
      FROM (
        SELECT run_id, seq, (data::jsonb ->> 'progress')::numeric AS now,
          lag((data::jsonb ->> 'progress')::numeric) OVER (PARTITION BY run_id ORDER BY seq) AS before
        FROM event
      ) e
      WHERE now < before
      """;

  /** A run that nobody holds is told of by whoever accepted it, any other by its holder alone. */
  private static final String STRANGERS =
      """
      SELECT run_id || ' ' || id || ' by ' || writer || ' of ' || holder
      FROM written WHERE holder IS NOT NULL AND holder <> writer
      """;

  private static final String UNWATCHED =
      "SELECT id::text FROM event WHERE id NOT IN (SELECT id FROM written)";

  private static final String STALE =
      """
      SELECT run_id || ' ' || id || ' epoch ' || epoch
      FROM (SELECT *, lag(epoch) OVER (PARTITION BY run_id ORDER BY id) AS before FROM written) w
      WHERE epoch < before
      """;

  private static final String NOT_HATCHED_ONCE =
      """
      SELECT run.id || ' ' || status
      FROM run LEFT JOIN agent ON agent.run_id = run.id
      WHERE kind = 'hatch'
      GROUP BY run.id
      HAVING count(agent.id) <> CASE status WHEN 'succeeded' THEN 1 ELSE 0 END
      """;

  private final URI database;

  Books(URI database) {
    this.database = database;
  }

  /** From now on it is noted who writes; each node does so as a user of its own name. */
  void watchWriters() {
    run(WATCH_WRITERS);
  }

  /** Whatever happened meanwhile, and once all runs are over. */
  void hold() {
    none("no number is left out", GAPS);
    none("no number of a run is left out", GAPS_OF_RUNS);
    none("every run ended exactly once", NOT_ENDED_ONCE);
    none("nothing is told after an ending", NOT_ENDED_LAST);
    none("no percentage falls", FALLS);
    none("every writer was noted", UNWATCHED);
    none("nobody writes into a run of somebody else", STRANGERS);
    none("no epoch comes after a later one", STALE);
    none("whoever was hatched was saved once", NOT_HATCHED_ONCE);
  }

  private void none(String rule, String violations) {
    assertThat(texts(violations)).as(rule).isEmpty();
  }

  /** How often runs were taken over. */
  long takeovers() {
    return Long.parseLong(texts("SELECT sum(greatest(epoch - 1, 0))::text FROM run").getFirst());
  }

  /** The number of the last event. */
  long head() {
    return Long.parseLong(texts("SELECT last FROM journal_head").getFirst());
  }

  /** How many runs are not over. */
  long unfinished() {
    return texts("SELECT id FROM run WHERE finished_at IS NULL").size();
  }

  /** The numbers of all events of a run. */
  List<Long> idsOf(String run) {
    return texts("SELECT id FROM event WHERE run_id = '" + run + "' ORDER BY id").stream()
        .map(Long::valueOf)
        .toList();
  }

  /** The unfinished runs that this node holds. */
  List<String> heldBy(String node) {
    return texts("SELECT id FROM run WHERE finished_at IS NULL AND node = '" + node + "'");
  }

  /** The first column of what is found. */
  List<String> texts(String sql) {
    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return texts(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    var texts = new ArrayList<String>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  /** Runs statements of the test's own. */
  void run(String sql) {
    try (var connection = Postgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
