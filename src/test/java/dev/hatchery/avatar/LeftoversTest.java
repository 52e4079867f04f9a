package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.terminal.ChildRecord;
import dev.hatchery.terminal.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path runs;
  private final String mark = "left-" + System.nanoTime() + ":1";
  private final Process child = sleeping();

  @AfterEach
  void end() {
    child.destroyForcibly();
  }

  @Test
  void aRecordedChildThatStillRunsIsKilledWithItsDirectory() throws IOException {
    Path run = Files.createDirectories(runs.resolve("r1"));
    Files.createSymbolicLink(run.resolve("link"), Path.of("/"));
    ChildRecord.of("unmarked:1", child.pid()).write(run);
    assertThat(Leftovers.sweep(runs)).isEqualTo(1);
    await().until(() -> !child.isAlive());
    assertThat(run).doesNotExist();
  }

  @Test
  void aStrangerWithTheSameIdIsLeftAlone() throws IOException {
    new ChildRecord("unmarked:1", child.pid(), "another-boot:1")
        .write(Files.createDirectories(runs.resolve("r1")));
    Leftovers.sweep(runs);
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void aChildWhoseIdWasNotYetRecordedIsFoundByItsMark() throws IOException {
    ChildRecord.starting(mark).write(Files.createDirectories(runs.resolve("r1")));
    Leftovers.sweep(runs);
    await().until(() -> !child.isAlive());
  }

  @Test
  void noDirectoryIsNothingToSweep() throws IOException {
    assertThat(Leftovers.sweep(runs.resolve("none"))).isZero();
  }

  @Test
  void aBrokenRecordIsSweptAway() throws IOException {
    Files.write(
        Files.createDirectories(runs.resolve("r1")).resolve("child"), List.of("?", "x", "y"));
    assertThat(Leftovers.sweep(runs)).isEqualTo(1);
    assertThat(runs.resolve("r1")).doesNotExist();
  }

  private Process sleeping() {
    ProcessBuilder builder = new ProcessBuilder("sleep", "50");
    builder.environment().put(ProcessTree.MARK, mark);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
