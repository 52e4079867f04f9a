package dev.hatchery.persistence;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run as a row. */
final class RunRow {
  private RunRow() {}

  /** As {@code run/create} takes it. */
  static @Nullable Object[] write(RecordJson json, Run run) {
    var retryOf = run.retryOf();
    return new @Nullable Object[] {
      run.id().value(),
      run.owner().name(),
      run.name(),
      word(run.order().kind()),
      json.write(run.order()),
      run.key(),
      word(run.status()),
      run.standing().progress(),
      run.standing().measured(),
      run.standing().phase(),
      run.standing().message(),
      run.createdAt().toEpochMilli(),
      run.attempt(),
      retryOf == null ? null : retryOf.value(),
      json.write(run.plan()),
      json.write(run.checkpoint())
    };
  }

  static Run read(RecordJson json, Row row) {
    var retryOf = row.getString("retry_of");
    var agent = row.getString("agent");
    return new Run(
        new RunId(row.getString("id")),
        row.getLong("number"),
        new Owner(row.getString("owner")),
        row.getString("name"),
        json.read(row.getString("ordered"), Order.class),
        row.getString("join_key"),
        RunStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        standing(row),
        row.getInteger("ahead"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "queued_at"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInteger("attempt"),
        retryOf == null ? null : new RunId(retryOf),
        row.getString("node"),
        row.getLong("epoch"),
        row.getInteger("crashes"),
        row.getLong("last_seq"),
        row.getLong("last_event_id"),
        List.of(json.read(row.getString("plan"), Phase[].class)),
        json.read(row.getString("checkpoint"), Checkpoint.class),
        agent == null ? null : new AgentId(agent),
        row.getString("failure"));
  }

  /** How a status or kind is written. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What {@link #word} wrote for a kind. */
  static RunKind kind(String word) {
    return RunKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Standing standing(Row row) {
    var p50 = row.getLong("eta_p50");
    return new Standing(
        row.getDouble("progress"),
        row.getDouble("measured"),
        row.getString("phase"),
        row.getString("message"),
        p50 == null
            ? null
            : new Eta(Duration.ofMillis(p50), Duration.ofMillis(row.getLong("eta_p90"))));
  }

  private static @Nullable Instant instant(Row row, String column) {
    var millis = row.getLong(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
