package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class RestoreTest extends StorageFixture {
  private static final long JUMP = 1_000_000;

  @TempDir Path elsewhere;

  @Test
  void aRestoredBackupIsAsItWasAndGivesNoIdASecondTime() {
    start();
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3));
    var file = backup();
    ask(Addresses.APPEND, ticks(run.id(), 0, 4, 9));
    create(ADA, "owl");
    stop();

    var kept = new Restore(data).from(file).kept();
    start();

    assertThat(kept).isEqualTo(data.resolve("hatchery-before-restore.db")).exists();
    assertThat(read(0).events()).hasSize(3);
    assertThat(read(0).head()).isEqualTo(3 + JUMP);
    assertThat(ask(Addresses.LIST_RUNS, new Storage.ListRuns(ADA, null, null, 0, 9)).runs())
        .hasSize(1);
    var epoch = find(run.id()).epoch();
    assertThat(ask(Addresses.APPEND, ticks(run.id(), epoch, 4, 4)).ids()).containsExactly(4 + JUMP);
  }

  @Test
  void theFirstDatabaseIsKeptAlsoWhenAnotherBackupIsRestoredAfterTheWrongOne() throws IOException {
    start();
    create(ADA, "moth");
    var file = backup();
    stop();
    var restore = new Restore(data);
    var first = restore.from(file).kept();
    var before = Files.readAllBytes(first);

    var second = restore.from(file).kept();

    assertThat(second).isNotEqualTo(first).exists();
    assertThat(first).hasBinaryContent(before);
  }

  @Test
  void aBackupTakesNothingInFromTheLogOfADatabaseThatIsGone() throws IOException {
    start();
    create(ADA, "moth");
    var file = backup();
    create(ADA, "owl");
    stopAndLoseAllButTheLog();

    var kept = new Restore(data).from(file).kept();
    start();

    assertThat(ask(Addresses.LIST_RUNS, new Storage.ListRuns(ADA, null, null, 0, 9)).runs())
        .hasSize(1);
    assertThat(kept).isEqualTo(data.resolve(DatabaseFile.NAME));
    assertThat(data.resolve("hatchery-before-restore.db-wal")).exists();
  }

  @Test
  void onlyAPlaceInsideTheHoleThatARestoreLeavesIsBeforeTheTail() {
    start();
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3));
    var file = backup();
    stop();
    new Restore(data).from(file);
    start();
    ask(Addresses.APPEND, ticks(run.id(), find(run.id()).epoch(), 4, 4));

    assertThat(read(2).tail()).isZero();
    assertThat(read(3).tail()).isZero();
    assertThat(read(3).events().stream().map(Event::id)).containsExactly(4 + JUMP);
    assertThat(read(5).tail()).isEqualTo(3 + JUMP);
    assertThat(read(4 + JUMP).tail()).isZero();
  }

  @Test
  void aRunThatWasAtWorkGoesOnAfterTheRestore() {
    start();
    create(ADA, "moth");
    claim("here");
    var file = backup();
    stop();
    new Restore(data).from(file);
    start();

    var claimed = Objects.requireNonNull(claim("elsewhere"));
    assertThat(claimed.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(claimed.crashes()).isZero();
  }

  @Test
  void whatIsNoBackupIsRefusedAndTheDatabaseStays() throws IOException {
    start();
    create(ADA, "moth");
    stop();
    var restore = new Restore(data);
    var diary = Files.writeString(elsewhere.resolve("diary"), "dear diary, today");

    assertThatThrownBy(() -> restore.from(diary)).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> restore.from(elsewhere.resolve("none")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("There is no backup");
    start();
    assertThat(ask(Addresses.LIST_RUNS, new Storage.ListRuns(ADA, null, null, 0, 9)).runs())
        .hasSize(1);
  }

  @Test
  void nothingIsRestoredUnderARunningServer() {
    start();
    var file = backup();
    try (var lock = DataLock.take(data)) {
      lock.publish("http://127.0.0.1:1");
      assertThatThrownBy(() -> new Restore(data).from(file))
          .hasMessageContaining("Another Hatchery");
    }
  }

  private Path backup() {
    var file = elsewhere.resolve("backup.db");
    new Backup(data).to(file);
    return file;
  }
}
