package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.support.Postgres;
import io.vertx.core.Future;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every test of these classes is made on SQLite, then on PostgreSQL. */
@ParameterizedClass
@EnumSource
@SuppressWarnings("NullAway.Init")
abstract class BothDatabases extends StorageFixture {
  @Parameter Dialect dialect;
  private @Nullable URI fresh;

  /** What is copied for each test, since to migrate one takes longer than most tests. */
  private static final class Template {
    private static final URI MIGRATED = Postgres.shared().database();

    static {
      new PostgresServer(DatabaseUrl.of(MIGRATED.toString())).prepare();
    }
  }

  @BeforeEach
  void choose() {
    if (dialect == Dialect.POSTGRESQL) {
      fresh = Postgres.shared().copyOf(Template.MIGRATED);
      shared = DatabaseUrl.of(fresh.toString());
    }
  }

  /** The database, past the verticle. */
  Future<Database> database() {
    return shared.present()
        ? PostgresDatabase.open(vertx, shared)
        : SqliteDatabase.open(vertx, data, Synchronous.OFF);
  }

  @Override
  void cleared() {
    if (fresh != null) {
      Postgres.shared().drop(fresh);
    }
  }
}
