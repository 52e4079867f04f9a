package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.cli.CommandException;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.persistence.DataLock;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDataTest {
  @TempDir private Path data = Path.of("");

  private final LocalData local = new LocalData();

  @Test
  void whoHoldsTheDataIsFoundByItsAddress() {
    assertThat(local.holder(data)).isEmpty();
    try (var lock = DataLock.take(data)) {
      lock.publish("http://127.0.0.1:4711");
      assertThat(local.holder(data)).contains(URI.create("http://127.0.0.1:4711"));
    }
    assertThat(local.holder(data)).isEmpty();
  }

  @Test
  void nothingIsRestoredWhileAServerRuns() {
    try (var lock = DataLock.take(data)) {
      lock.publish("http://127.0.0.1:4711");
      assertThatThrownBy(() -> local.restore(config(""), data.resolve("backup.db")))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("Another Hatchery");
    }
  }

  @Test
  void aBackupOfNothingIsRefusedInASentence() {
    assertThatThrownBy(() -> local.backup(config(""), data.resolve("backup.db")))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("There is no database");
  }

  @Test
  void ofASharedDatabaseItsOwnProgramsMakeTheCopies() {
    var shared = config("postgresql://ada:egg-shell@h/eggs");

    assertThatThrownBy(() -> local.backup(shared, data.resolve("backup.db")))
        .isInstanceOf(CommandException.class)
        .hasMessage("The data is in postgresql://ada@h:5432/eggs: use PostgreSQL's own pg_dump.");
    assertThatThrownBy(() -> local.restore(shared, data.resolve("backup.db")))
        .hasMessageEndingWith("pg_restore.");
  }

  @Test
  void tokensOfASharedDatabaseAreMadeListedAndRevoked() {
    var database = Postgres.shared().database();
    var tokens = local.tokens(config(database.toString()));

    var made = tokens.create("ada", true);
    assertThat(tokens.list()).containsExactly(made.entry());
    assertThat(tokens.revoke("ada")).isOne();
    assertThat(tokens.list()).isEmpty();
    Postgres.shared().drop(database);
  }

  private Config config(String database) {
    return new ConfigFile()
        .read(null, Map.of(), Map.of("data", data.toString(), "database", database));
  }
}
