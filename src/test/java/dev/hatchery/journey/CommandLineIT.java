package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other programs' work, reported and watched by the command line on the real server. */
@Timeout(120)
class CommandLineIT {
  private static final String REQUIREMENTS =
      """
      {"project": "Login", "userStories": [
        {"id": "a", "title": "Endpoint", "acceptanceCriteria": ["It exists", "It is tested"]},
        {"id": "b", "title": "Logout", "acceptanceCriteria": ["It exists"]}]}
      """;

  @TempDir Path folder = Path.of("");

  private Server server;

  @BeforeEach
  void start() {
    server = Server.start(folder.resolve("data"), Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWrappedCommandsBarAndEndingAreItsRunsAndItsExitCodeIsOurs() {
    var bar = " 40%|####      | 40/100 [00:04<00:06, 9.99it/s]";

    var said = hatchery(7, "exec", "--", "sh", "-c", "printf '\\r%s\\n' '" + bar + "'; exit 7");

    assertThat(said).isEqualTo(bar + "\n");
    var run = new Client(server).get("/api/runs?kind=command").path("runs").path(0);
    assertThat(run.path("status").asText()).isEqualTo("failed");
    assertThat(run.path("progress").asDouble()).isEqualTo(40);
    assertThat(run.path("result").path("exit_code").asInt()).isEqualTo(7);
    assertThat(hatchery(0, "runs")).contains("  failed (7)  ");
    assertThat(hatchery(1, "watch", run.path("number").asText()))
        .contains("40 %")
        .contains("failed with exit code 7");
  }

  @Test
  void aLoadedTaskIsReportedByItsNumberAndWatchedToItsEnd() throws Exception {
    var file = Files.writeString(folder.resolve("prd.json"), REQUIREMENTS);
    var started = hatchery(0, "task", "start", "--prd", file.toString());
    assertThat(started).startsWith("Task 1 has started: Login\n2 stories, 3 criteria");

    hatchery(0, "emit", "ac_completed", "{\"story_id\":\"a\",\"ac_index\":0}", "--run", "1");
    assertThat(new Client(server).get("/api/runs/1").path("progress").asDouble())
        .isBetween(33.0, 34.0);
    hatchery(0, "emit", "story_completed", "{\"story_id\":\"a\"}", "--run", "1");
    hatchery(0, "emit", "story_completed", "{\"story_id\":\"b\"}", "--run", "1");
    hatchery(0, "emit", "task_completed", "{\"status\":\"passed\"}", "--run", "1");

    assertThat(hatchery(0, "--json", "watch", "1").lines())
        .allMatch(line -> line.startsWith("{\"type\":\""))
        .last()
        .asString()
        .startsWith("{\"type\":\"complete\"");
    hatchery(1, "emit", "ac_completed", "{\"story_id\":\"a\"}", "--run", "1");
  }

  /** What such a command prints, once it has exited with this code. */
  private String hatchery(int code, String... words) {
    var program = Program.run(Program.hatchery(server, words));
    assertThat(program.code()).as("%s said %s", List.of(words), program.said()).isEqualTo(code);
    return program.said();
  }
}
