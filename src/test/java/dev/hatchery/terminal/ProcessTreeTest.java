package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom a process has brought along, and that none of them stays. */
@Timeout(60)
class ProcessTreeTest {

  private final String mark = "tree-" + System.nanoTime();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
    Processes.marked(ProcessTree.MARK, mark).forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void childrenOfAPlainProcessEndWithIt() throws Exception {
    ProcessTree tree = tree("sleep 50 & sleep 50");
    await().until(() -> tree.running().size() == 3);
    assertThat(tree.stop(Duration.ofMillis(500))).isTrue();
    assertThat(tree.running()).isEmpty();
  }

  @Test
  void whoLeftTheSessionAndLostItsParentIsFoundByItsMark() throws Exception {
    ProcessTree tree = tree("setsid -f sleep 50; exit 0");
    started.getFirst().waitFor();
    await().until(() -> tree.running().size() == 1);
    assertThat(tree.kill()).isTrue();
  }

  @Test
  void whoIgnoresBeingAskedIsKilledAfterTheGrace() throws Exception {
    ProcessTree tree = tree("trap '' TERM; while :; do sleep 0.05; done");
    await().until(() -> tree.running().size() == 2);
    assertThat(tree.stop(Duration.ofMillis(100))).isTrue();
    assertThat(started.getFirst().waitFor()).isEqualTo(137);
  }

  @Test
  void whoEndsWhenAskedIsNotKilled() throws Exception {
    ProcessTree tree = tree("trap 'exit 4' TERM; while :; do sleep 0.05; done");
    await().until(() -> tree.running().size() == 2);
    assertThat(tree.stop(Duration.ofSeconds(20))).isTrue();
    assertThat(started.getFirst().waitFor()).isEqualTo(4);
  }

  @Test
  void whoHasStoppedItselfIsToldToGoOnAndEnd() throws Exception {
    ProcessTree tree = tree("trap 'exit 4' TERM; kill -STOP $$");
    Process stopped = started.getFirst();
    await()
        .until(
            () -> Files.readString(Path.of("/proc/" + stopped.pid() + "/stat")).contains(") T "));
    assertThat(tree.stop(Duration.ofSeconds(20))).isTrue();
    assertThat(stopped.waitFor()).isEqualTo(4);
  }

  @Test
  void severalMayStopItAtOnce() throws Exception {
    ProcessTree tree = tree("sleep 50 & sleep 50");
    Thread other = Thread.ofPlatform().start(() -> tree.stop(Duration.ofMillis(500)));
    assertThat(tree.stop(Duration.ofMillis(500))).isTrue();
    other.join();
    assertThat(tree.running()).isEmpty();
  }

  @Test
  void aMarkAloneNamesATree() throws Exception {
    tree("sleep 50");
    await().until(() -> !ProcessTree.marked(mark).running().isEmpty());
    assertThat(ProcessTree.marked(mark).kill()).isTrue();
    assertThat(ProcessTree.marked("nobody").running()).isEmpty();
  }

  private ProcessTree tree(String script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", script);
    builder.environment().put(ProcessTree.MARK, mark);
    Process process = builder.start();
    started.add(process);
    return ProcessTree.of(process.pid(), mark);
  }
}
