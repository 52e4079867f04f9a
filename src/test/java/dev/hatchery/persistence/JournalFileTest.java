package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import java.nio.file.Files;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the journal in the files of SQLite. */
final class JournalFileTest extends StorageFixture {
  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterTheServerDied() throws Exception {
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3));

    // As kill -9 leaves it: the files as they are, nothing closed.
    var died = data.resolveSibling(data.getFileName() + "-died");
    Files.createDirectories(died);
    for (var suffix : List.of("", "-wal")) {
      Files.copy(data.resolve("hatchery.db" + suffix), died.resolve("hatchery.db" + suffix));
    }
    stop();
    data = died;
    start();

    assertThat(read(0).events()).hasSize(3);
    assertThat(find(run.id()).lastSeq()).isEqualTo(3);
    assertThat(ask(Addresses.APPEND, ticks(run.id(), 0, 4, 4)).ids()).containsExactly(4L);
  }

  @Test
  void whatWasCommittedIsFoldedIntoTheFileWhileTheServerRuns() throws Exception {
    var file = data.resolve(DatabaseFile.NAME);
    var before = Files.size(file);
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 2000));
    assertThat(Files.size(file)).isEqualTo(before);

    Awaitility.await().until(() -> Files.size(file) > before);
  }
}
