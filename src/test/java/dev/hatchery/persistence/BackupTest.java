package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.Config.Synchronous;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path data = Path.of("");

  @BeforeEach
  void prepare() {
    new DatabaseFile(data.resolve(DatabaseFile.NAME)).prepare();
  }

  @Test
  void whatARunningServerCommittedIsInTheBackup() throws Exception {
    var file = data.resolve("backup.db");
    try (var server = connect(data.resolve(DatabaseFile.NAME))) {
      server.createStatement().execute("UPDATE journal_head SET last = 77");
      new Backup(data).to(file);
    }
    try (var copy = connect(file);
        var rows = copy.createStatement().executeQuery("SELECT last FROM journal_head")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(77);
    }
  }

  @Test
  void aBackupReplacesNothing() {
    var file = data.resolve("backup.db");
    new Backup(data).to(file);
    assertThatThrownBy(() -> new Backup(data).to(file))
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith("exists already; choose another name.");
  }

  @Test
  void withoutADatabaseOrADirectoryThereIsNoBackup() {
    assertThatThrownBy(() -> new Backup(data.resolve("other")).to(data.resolve("b")))
        .hasMessageStartingWith("There is no database");
    assertThatThrownBy(() -> new Backup(data).to(data.resolve("no/b")))
        .hasMessageStartingWith("There is no directory");
  }

  private static Connection connect(Path file) throws SQLException {
    return SqliteSource.of(file, Synchronous.FULL).getConnection();
  }
}
