package dev.hatchery.cli;

import static dev.hatchery.cli.FakeHatchery.RUN;
import static dev.hatchery.cli.FakeHatchery.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.cli.screen.VirtualScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code watch}: one run, or all of them. */
@Timeout(60)
class WatchCommandTest extends CommandLineFixture {
  private static final Terminal.Size WIDE = new Terminal.Size(80, 24);

  @BeforeEach
  void aTaskIsRunning() {
    server.run =
        """
        {"id":"%s","number":1042,"kind":"task","title":"Login","status":"running","progress":0,
         "measured":0,"last_event_id":900,"started_at":"2026-01-01T10:00:00Z"}\
        """
            .formatted(RUN);
  }

  @Test
  void aTaskThatSucceedsIsToldInPlainLinesAndEndsWithSuccess() {
    server.streams.add(task() + ending("complete"));
    assertThat(watch(FakeHatchery.NUMBER)).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "      0 %  Login has started",
            "      0 %  US-001 has started",
            "     50 %  Create the endpoint",
            "    100 %  It has ended");
  }

  @Test
  void aTaskThatFailsOrIsCancelledIsAFailure() {
    for (var type : new String[] {"error", "cancelled"}) {
      server.streams.add(task() + ending(type));
      assertThat(watch(FakeHatchery.NUMBER)).isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  void inATerminalItsChecklistIsDrawn() {
    terminal = WIDE;
    server.send(task());
    var watching = start("--stream", FakeHatchery.NUMBER);
    await().until(() -> shown().stream().anyMatch(line -> line.contains("⏳ Validate")));
    assertThat(shown())
        .anyMatch(line -> line.matches("║ Task: Login +Live ║"))
        .anyMatch(line -> line.matches("║ Progress: \\[█+░+] 50 % +0 of 2 stories ║"))
        .anyMatch(line -> line.startsWith("║ Current story: US-001 Endpoint"))
        .anyMatch(line -> line.matches("║ Time: .* elapsed .*"))
        .anyMatch(line -> line.startsWith("║   ✅ Create the endpoint"));
    server.send(ending("complete"));
    assertThat(ended(watching)).isZero();
    assertThat(screen().cursorShown()).isTrue();
    assertThat(shown()).anyMatch(line -> line.startsWith("║ Time: 2 min 0 s elapsed "));
  }

  @Test
  void whatIsOverAlreadyTookAsLongAsItTook() {
    terminal = WIDE;
    server.run =
        server.run.replace("10:00:00Z\"", "10:00:00Z\",\"finished_at\":\"2026-01-01T10:02:00Z\"");
    server.send(task());
    var watching = start("--stream", FakeHatchery.NUMBER);
    await().until(() -> shown().stream().anyMatch(line -> line.contains("⏳ Validate")));
    assertThat(shown()).anyMatch(line -> line.startsWith("║ Time: 2 min 0 s elapsed"));
    server.send(ending("complete"));
    assertThat(ended(watching)).isZero();
  }

  @Test
  void machinesGetOneEventALine() {
    server.streams.add(task() + ending("complete"));
    assertThat(watch("--json", FakeHatchery.NUMBER)).isZero();
    assertThat(out.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"type\":\""));
  }

  @Test
  void aRunThatIsUnknownIsNotWatched() {
    assertThat(watch("other")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("hatchery: There is no such run.");
  }

  @Test
  void allRunsAreRowsAndThoseThatEndDropOut() {
    terminal = WIDE;
    var watching = start("--stream");
    await().until(() -> shown().stream().anyMatch(line -> line.contains("1042 Task")));
    await().until(() -> server.cursors.equals(List.of("900")));
    server.send(progress(901, 12, 4));
    await().until(() -> shown().stream().anyMatch(line -> line.contains("≈ 12 %   [")));
    assertThat(shown()).anyMatch(line -> line.contains("▒"));
    server.send(ending("complete").replace("id: 9", "id: 902"));
    await().until(() -> shown().stream().anyMatch(line -> line.contains("Done")));
    await().until(() -> shown().stream().anyMatch(line -> line.contains("Nothing is running.")));
    watching.interrupt();
    assertThat(ended(watching)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(server.requests).noneMatch(request -> request.startsWith("DELETE"));
    assertThat(screen().cursorShown()).isTrue();
  }

  @Test
  void aRunThatBeginsLaterIsFoundAndInAPipeEveryRunIsALine() {
    server.run = server.run.replace("running", "succeeded");
    var watching = start();
    await().until(() -> server.requests.contains("GET /stream/progress"));
    server.run = server.run.replace("succeeded", "running");
    server.send(progress(901, 12, 4));
    await().until(() -> out.toString().contains(" 1042     ≈ 12 %  Login: Working"));
    watching.interrupt();
    assertThat(ended(watching)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(out.toString()).doesNotContain("\u001B");
  }

  @Test
  void aLostConnectionIsSaidAndMadeAgainFromTheLastEvent() {
    terminal = WIDE;
    server.streams.add(progress(901, 12, 12));
    server.streams.add("");
    var watching = start("--stream");
    await().until(() -> out.toString().contains("Reconnecting"));
    server.send(progress(902, 30, 30));
    await().until(() -> shown().stream().anyMatch(line -> line.contains("30 %")));
    assertThat(shown()).anyMatch(line -> line.matches("║ Hatchery: 1 run +Live ║"));
    assertThat(server.cursors).containsExactly("900", "901", "901");
    watching.interrupt();
    assertThat(ended(watching)).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void aServerThatTakesItsTimeToStartAgainIsWaitedFor() {
    holder = server.address();
    server.streams.add(progress(901, 12, 12));
    var task = new FutureTask<>(() -> run("watch", "--data", folder.toString()));
    var watching = new Watching(task, Thread.ofPlatform().daemon().start(task));
    await().until(() -> out.toString().contains("12 %"));
    starting = true;
    await().until(() -> server.cursors.size() > 1);
    starting = false;
    server.send(progress(902, 30, 30).replace("event: progress", "event: noted"));
    await().until(() -> out.toString().contains("30 %"));
    watching.interrupt();
    assertThat(ended(watching)).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void theTerminalsOwnIconShowsItWhereThatIsKnown() {
    terminal = WIDE;
    environment = Map.of("TERM_PROGRAM", "ghostty");
    server.streams.add(task() + ending("complete"));
    assertThat(watch("--stream", FakeHatchery.NUMBER)).isZero();
    assertThat(out.toString())
        .contains("\u001B]9;4;1;100\u001B\\")
        .endsWith("\u001B]9;4;0;0\u001B\\\u001B[?25h");
  }

  private static String task() {
    return frame(
            1,
            "task_started",
            """
            {"message":"Login has started","progress":0,"measured":0,"timestamp":"2026-01-01T10:00:00Z",\
            "story_count":2,"stories":[{"story_id":"US-001","title":"Endpoint",\
            "acceptance_criteria":["Create the endpoint","Validate the address"]}]}\
            """)
        + frame(
            2,
            "story_started",
            "{\"message\":\"US-001 has started\",\"progress\":0,\"story_id\":\"US-001\"}")
        + frame(
            3,
            "ac_completed",
            """
            {"message":"Create the endpoint","progress":50,"measured":50,"story_id":"US-001",\
            "ac_index":0,"timestamp":"2026-01-01T10:01:05Z"}\
            """);
  }

  private static String ending(String type) {
    return frame(
        9,
        type,
        """
        {"run_id":"%s","message":"It has ended","progress":100,"measured":100,\
        "timestamp":"2026-01-01T10:02:00Z"}\
        """
            .formatted(RUN));
  }

  private static String progress(long id, int percent, int measured) {
    return frame(
        id,
        "progress",
        "{\"run_id\":\"%s\",\"message\":\"Working\",\"progress\":%d,\"measured\":%d}"
            .formatted(RUN, percent, measured));
  }

  private int watch(String... args) {
    var all = new ArrayList<>(List.of("watch"));
    all.addAll(List.of(args));
    all.addAll(List.of("--server", server.address().toString()));
    return run(all.toArray(String[]::new));
  }

  private record Watching(FutureTask<Integer> task, Thread thread) {
    void interrupt() {
      thread.interrupt();
    }
  }

  private Watching start(String... args) {
    var task = new FutureTask<>(() -> watch(args));
    return new Watching(task, Thread.ofPlatform().daemon().start(task));
  }

  private static int ended(Watching watching) {
    try {
      return watching.task().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private VirtualScreen screen() {
    return new VirtualScreen(WIDE.columns()).send(out.toString());
  }

  private List<String> shown() {
    return screen().text();
  }
}
