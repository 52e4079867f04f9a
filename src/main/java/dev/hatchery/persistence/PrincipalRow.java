package dev.hatchery.persistence;

import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.RunId;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whoever a row of {@code credential} lets in. */
final class PrincipalRow {
  private PrincipalRow() {}

  static Principal read(Row row) {
    var expires = row.getLong("expires_at");
    return new Principal(
        new Owner(row.getString("owner")),
        row.getInteger("read_only") != 0,
        scope(row),
        row.getLong("id"),
        expires == null ? null : Instant.ofEpochMilli(expires));
  }

  private static Principal.@Nullable Scope scope(Row row) {
    var run = row.getString("run_id");
    var agent = run == null ? null : row.getString("agent");
    return run == null
        ? null
        : new Principal.Scope(new RunId(run), agent == null ? null : new AgentId(agent));
  }
}
