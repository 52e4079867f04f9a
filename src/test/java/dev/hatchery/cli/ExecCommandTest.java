package dev.hatchery.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code exec}: a command that runs as if we were not there, and the run that it is. */
@Timeout(60)
class ExecCommandTest extends CommandLineFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @BeforeEach
  void theCommandFindsItsPrograms() {
    environment = Map.of("PATH", System.getenv("PATH"));
  }

  @Test
  void theCommandsOutputAndExitCodeAreOursAndItsRunSaysHowItEnded() {
    assertThat(exec("sh", "-c", "echo out; echo err >&2; exit 7")).isEqualTo(7);
    assertThat(bytes.toString(UTF_8)).isEqualTo("out\nerr\n");
    assertThat(err.toString()).isEmpty();
    assertThat(server.emits)
        .first()
        .asString()
        .contains(
            "\"type\":\"task_started\"",
            "\"kind\":\"command\"",
            "\"story_count\":0",
            "\"task_name\":\"sh -c 'echo out; echo err >&2; exit 7'\"");
    assertThat(server.emits)
        .last()
        .asString()
        .contains(
            "\"type\":\"task_completed\"",
            "\"status\":\"failed\"",
            "\"exit_code\":7",
            "\"run\":\"" + FakeHatchery.RUN);
  }

  @Test
  void itsBarIsTheRunsPercentageWhileItRuns() throws Exception {
    var go = folder.resolve("go");
    var bar = " 40%|####      | 40/100 [00:04<00:06, 9.99it/s]";
    var running =
        start(
            "sh",
            "-c",
            "printf '\\r%s' '" + bar + "'; until [ -e " + go + " ]; do sleep 0.05; done");
    await()
        .atMost(PATIENCE)
        .until(() -> server.emits.stream().anyMatch(body -> body.contains("\"percent\":40.0")));
    assertThat(server.emits).anyMatch(body -> body.contains("\"message\":\"40 of 100\""));
    Files.createFile(go);
    assertThat(running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
    assertThat(server.emits).last().asString().contains("\"status\":\"passed\"");
  }

  @Test
  void inATerminalEveryByteIsPassedOn() {
    terminal = new Terminal.Size(61, 17);
    assertThat(
            exec("sh", "-c", "printf '\\033[31mred\\033[0m\\007\\351\\000'; stty size </dev/tty"))
        .isZero();
    assertThat(bytes.toString(ISO_8859_1))
        .isEqualTo("\u001B[31mred\u001B[0m\u0007\u00E9\u000017 61\r\n");
  }

  @Test
  void inAPipeOnlyPlainLinesArePassedOnThoughTheCommandSeesATerminal() {
    assertThat(
            exec(
                "sh",
                "-c",
                "test -t 1 && printf '\\033[31mred\\033[0m\\t1\\n 1%%\\r 2%%\\r 3%%\\n\\nend'"))
        .isZero();
    assertThat(bytes.toString(UTF_8)).isEqualTo("red\t1\n 3%\n\nend");
  }

  @Test
  void cancellingTheRunEndsTheCommandAndAllThatItStarted() throws Exception {
    var pids = folder.resolve("pids");
    var running =
        start(
            "sh",
            "-c",
            "sleep 1000 & echo $! >"
                + pids
                + "; trap '' TERM; echo $$ >>"
                + pids
                + "; while :; do sleep 0.05; done");
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 2);
    await().atMost(PATIENCE).until(() -> !server.cursors.isEmpty());
    server.send(FakeHatchery.frame(90, "cancelled", "{}"));
    assertThat(running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("hatchery: the run was cancelled, and the command with it");
    for (var pid : Files.readAllLines(pids)) {
      await().atMost(PATIENCE).until(() -> !runs(pid));
    }
  }

  @Test
  void withoutServerItBringsItsOwn() {
    assertThat(run("exec", "--data", folder.toString(), "true")).isZero();
    assertThat(done).containsExactly("launch 0 " + folder, "close");
    assertThat(server.emits).last().asString().contains("\"exit_code\":0");
  }

  @Test
  void aNamedServerThatIsNotThereIsSaidBeforeTheCommandStarts() {
    var file = folder.resolve("touched");
    assertThat(run("--server", "http://127.0.0.1:1", "exec", "--", "touch", file.toString()))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(file).doesNotExist();
  }

  @Test
  void aProgramThatDoesNotExistIsNamed() {
    assertThat(exec("no-such-program", "--help")).isEqualTo(127);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("hatchery: there is no program no-such-program on the PATH.");
    assertThat(server.emits).isEmpty();
  }

  @Test
  void aServerThatRefusesChangesNothingForTheCommandButIsSaid() {
    server.refusals.add("422 0 invalid_type");
    assertThat(exec("sh", "-c", "exit 5")).isEqualTo(5);
    assertThat(err.toString()).contains("hatchery: Nothing of this was recorded: No[2J room.");
  }

  @Test
  void whatTheCommandIsToldByItsFlagsIsNotOurs() {
    assertThat(run("exec", "--server", server.address().toString(), "sh", "-c", "exit 4"))
        .isEqualTo(4);
  }

  private static boolean runs(String pid) {
    try {
      var stat = Files.readString(Path.of("/proc", pid, "stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return ProcessHandle.of(Long.parseLong(pid)).isPresent()
          && !Files.isDirectory(Path.of("/proc/self"));
    }
  }

  private FutureTask<Integer> start(String... command) {
    var task = new FutureTask<>(() -> exec(command));
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private int exec(String... command) {
    var all = new ArrayList<>(List.of("--server", server.address().toString(), "exec", "--"));
    all.addAll(List.of(command));
    return run(all.toArray(String[]::new));
  }
}
