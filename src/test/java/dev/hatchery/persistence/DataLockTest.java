package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** To look is to hold it for a moment, and so is to make a token. */
  @ParameterizedTest
  @ValueSource(strings = {"look", "borrow"})
  void whoHasItForAMomentIsWaitedFor(String how) throws Exception {
    DataLock.take(data).close();
    var process = anotherProcess(how);
    try (var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");

      DataLock.take(data).close();
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void onlyItsOwnerMayLookInside() throws IOException {
    DataLock.take(data).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
  }

  private String inAnotherProcess(String what) throws IOException {
    return new String(anotherProcess(what).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process anotherProcess(String what) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            what,
            data.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** The other process. */
  static final class Other {
    private static final Duration MOMENT = Duration.ofMillis(500);

    private Other() {}

    public static void main(String[] args) throws Exception {
      var data = Path.of(args[1]);
      try {
        switch (args[0]) {
          case "take" -> System.out.println(taken(data));
          case "look" -> look(data);
          case "borrow" -> borrow(data);
          default -> System.out.println(DataLock.holder(data));
        }
      } catch (StorageException e) {
        System.out.println(e.getMessage());
      }
    }

    /** As {@link DataLock#holder} does, on a slow machine. */
    private static void look(Path data) throws Exception {
      try (var channel =
              FileChannel.open(
                  data.resolve("lock"), StandardOpenOption.READ, StandardOpenOption.WRITE);
          var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
        System.out.println("held");
        Thread.sleep(MOMENT);
      }
    }

    private static void borrow(Path data) throws Exception {
      try (var lock = DataLock.take(data)) {
        System.out.println("held");
        Thread.sleep(MOMENT);
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
