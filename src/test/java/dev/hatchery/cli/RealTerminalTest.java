package dev.hatchery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTerminalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FakeHatchery server = new FakeHatchery();
  private final List<String> read = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void controlCCancelsTheRunAndGivesTheTerminalBack() throws Exception {
    server.send(FakeHatchery.frame(1, "llm_progress", "{\"progress\":12,\"measured\":0}"));
    var process = start(Map.of(), "hatch", "--stream", "a shy dragon");
    await().atMost(PATIENCE).until(() -> said().contains("≈ 12 %"));
    type(process, "\u0003");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(server.requests).contains("DELETE /api/runs/" + FakeHatchery.RUN);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(said()).contains("Cancelled", "\u001B[?25h"));
  }

  @Test
  void aWholeHatchingExitsWithSuccess() throws Exception {
    server.streams.add(FakeHatchery.hatching());
    var process = start(Map.of(), "hatch", "--stream", "a shy dragon");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    await().atMost(PATIENCE).until(() -> said().contains("/agents/agent1\r\n"));
    assertThat(said()).contains("╔" + "═".repeat(57) + "╗");
  }

  @Test
  void withoutDrawingCharactersTheBoxIsOfPlainOnes() throws Exception {
    server.streams.add(FakeHatchery.hatching());
    var process = start(Map.of("LC_ALL", "C"), "hatch", "--stream", "a shy dragon");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await().atMost(PATIENCE).until(() -> said().contains("/agents/agent1\r\n"));
    assertThat(said()).contains("+=====").doesNotContain("?====");
  }

  @Test
  void controlCOnlyLeavesARunThatIsWatched() throws Exception {
    server.send(FakeHatchery.frame(1, "progress", "{\"progress\":12,\"measured\":12}"));
    var process = start(Map.of(), "watch", FakeHatchery.RUN, "--stream");
    await().atMost(PATIENCE).until(() -> said().contains("12 %"));
    type(process, "\u0003");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    await().atMost(PATIENCE).until(() -> said().endsWith("\u001B[?25h"));
    assertThat(server.requests).noneMatch(request -> request.startsWith("DELETE"));
  }

  @Test
  void aWindowOfAnotherSizeIsDrawnAnew() throws Exception {
    server.send(FakeHatchery.frame(1, "progress", "{\"progress\":12,\"measured\":12}"));
    var process = start(Map.of(), "watch", FakeHatchery.RUN, "--stream");
    await().atMost(PATIENCE).until(() -> said().contains("╔" + "═".repeat(57) + "╗"));
    process.setWinSize(new WinSize(40, 20));
    await().atMost(PATIENCE).until(() -> said().contains("╔" + "═".repeat(37) + "╗"));
    process.destroy();
  }

  @Test
  void controlCReachesAWrappedCommandAndCancelsItsRun() throws Exception {
    var process = start(Map.of(), "exec", "--", "sh", "-c", "echo ready; sleep 1000");
    await().atMost(PATIENCE).until(() -> said().contains("ready") && !server.cursors.isEmpty());
    type(process, "\u0003");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(server.requests).contains("DELETE /api/runs/" + FakeHatchery.RUN);
  }

  @Test
  void keysAndSizesReachAWrappedCommandAndTheTerminalIsGivenBack() throws Exception {
    var script =
        "stty size; until [ \"$(stty size)\" = '20 40' ]; do sleep 0.05; done; echo resized;"
            + " read line; echo \"<$line>\"; exit 3";
    var process =
        shell(
            "before=$(stty -g); \"$@\"; echo code $?; [ \"$(stty -g)\" = \"$before\" ] && echo"
                + " same",
            Map.of(),
            "exec",
            "--",
            "sh",
            "-c",
            script);
    await().atMost(PATIENCE).until(() -> said().contains("24 60\r\n"));
    process.setWinSize(new WinSize(40, 20));
    await().atMost(PATIENCE).until(() -> said().contains("resized\r\n"));
    type(process, "hello\r");
    await().atMost(PATIENCE).until(() -> said().contains("<hello>\r\n"));
    await().atMost(PATIENCE).until(() -> said().contains("code 3\r\nsame\r\n"));
  }

  /** In a terminal of 24 rows and 60 columns. */
  private PtyProcess start(Map<String, String> more, String... args) throws IOException {
    return shell("exec \"$@\"", more, args);
  }

  private static void type(PtyProcess process, String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  private PtyProcess shell(String script, Map<String, String> more, String... args)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", "stty rows 24 cols 60; " + script, "sh"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(CommandProcess.class.getName(), "--server", server.address().toString()));
    command.addAll(List.of(args));
    var environment = new HashMap<>(System.getenv());
    environment.remove("CI");
    environment.remove("NO_COLOR");
    environment.putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8"));
    environment.putAll(more);
    var process =
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setEnvironment(environment)
            .setRedirectErrorStream(true)
            .start();
    Thread.ofPlatform().daemon().start(() -> read(process));
    return process;
  }

  private String said() {
    return String.join("", read);
  }

  private void read(PtyProcess process) {
    try (var reader = process.inputReader(UTF_8)) {
      var buffer = new char[1024];
      for (var count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        read.add(String.valueOf(buffer, 0, count));
      }
    } catch (IOException e) {
      // A terminal whose process has ended reads as an error on Linux.
    }
  }
}
