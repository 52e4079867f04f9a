package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class DataLockTest {
  private static final String ADDRESS = "http://127.0.0.1:8000";

  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void name() {
    data = directory.resolve("data");
  }

  @Test
  void nobodyHoldsWhatIsNotThereOrWasGivenBack() {
    assertThat(DataLock.holder(data)).isEmpty();
    DataLock.take(data).close();
    assertThat(DataLock.holder(data)).isEmpty();
  }

  @Test
  void theHolderAndItsAddressAreKnown() {
    try (var lock = DataLock.take(data)) {
      assertThat(DataLock.holder(data))
          .contains(new DataLock.Holder(ProcessHandle.current().pid(), null));
      lock.publish(ADDRESS);
      assertThat(DataLock.holder(data))
          .contains(new DataLock.Holder(ProcessHandle.current().pid(), ADDRESS));
    }
  }

  @Test
  void aSecondTakerIsTurnedAwayWithASentence() {
    try (var lock = DataLock.take(data)) {
      lock.publish(ADDRESS);
      assertThatThrownBy(() -> DataLock.take(data))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("Another Hatchery (process " + ProcessHandle.current().pid());
    }
    DataLock.take(data).close();
  }

  @Test
  void anotherProcessSeesTheHolderAndLosesTheLockOnlyWithIt() throws Exception {
    try (var lock = DataLock.take(data)) {
      lock.publish(ADDRESS);
      assertThat(DataLock.holder(data)).isPresent();
      assertThat(inAnotherProcess("holder")).contains(ADDRESS);
      assertThat(inAnotherProcess("take")).contains("Another Hatchery");
    }
    assertThat(inAnotherProcess("holder")).contains("Optional.empty");
    assertThat(inAnotherProcess("take")).contains("taken");
  }

  @Test
  void onlyItsOwnerMayLookInside() throws IOException {
    DataLock.take(data).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
  }

  private String inAnotherProcess(String what) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                what,
                data.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The other process. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) {
      var data = Path.of(args[1]);
      try {
        System.out.println(args[0].equals("take") ? taken(data) : DataLock.holder(data));
      } catch (StorageException e) {
        System.out.println(e.getMessage());
      }
    }

    private static String taken(Path data) {
      try (var lock = DataLock.take(data)) {
        lock.publish(ADDRESS);
        return "taken";
      }
    }
  }
}
