package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Finds what came of missions; they are kept as {@link Deeds}. */
final class ArtifactStore {
  private final Database database;
  private final RecordJson json;

  ArtifactStore(Database database, RecordJson json) {
    this.database = database;
    this.json = json;
  }

  Future<Ledger.FoundArtifact> find(Ledger.FindArtifact find) {
    return database
        .read()
        .first("artifact/find", find.owner().name(), find.id().value())
        .compose(
            row ->
                row == null
                    ? Future.failedFuture(noSuchArtifact())
                    : Future.succeededFuture(new Ledger.FoundArtifact(read(row))));
  }

  /** As {@code artifact/keep} takes it. */
  static Tuple row(RecordJson json, Artifact artifact) {
    return Sql.values(
        artifact.id().value(),
        artifact.owner().name(),
        artifact.mission().value(),
        artifact.title(),
        json.write(artifact.content()),
        artifact.createdAt().toEpochMilli());
  }

  private Artifact read(Row row) {
    return new Artifact(
        new ArtifactId(row.getString("id")),
        new Owner(row.getString("owner")),
        new RunId(row.getString("run_id")),
        row.getString("title"),
        json.read(row.getString("content"), ArtifactContent.class),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static ProblemException noSuchArtifact() {
    return new ProblemException(new Problem.NotFound("There is no such artifact."));
  }
}
