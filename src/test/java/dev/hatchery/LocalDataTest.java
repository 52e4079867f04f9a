package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.cli.CommandException;
import dev.hatchery.persistence.DataLock;
import java.net.URI;
import java.nio.file.Path;
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
      assertThatThrownBy(() -> local.restore(data, data.resolve("backup.db")))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("Another Hatchery");
    }
  }

  @Test
  void aBackupOfNothingIsRefusedInASentence() {
    assertThatThrownBy(() -> local.backup(data, data.resolve("backup.db")))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("There is no database");
  }
}
