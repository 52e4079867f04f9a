package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.protocol.MissionStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missions of the real program, which is killed before, during and after their steps. */
class MissionIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STARTED = "step_started";
  private static final String COMPLETED = "step_completed";

  @TempDir Path folder;

  /** When the program is killed. */
  private record Moment(String words, Predicate<Told> reached) {
    static Moment before(MissionStep step) {
      return step == MissionStep.VERIFICATION
          ? new Moment(
              "before " + step, told -> told.data().path("status").asText().equals("executing"))
          : new Moment("before " + step, at(COMPLETED, previous(step)));
    }

    private static MissionStep previous(MissionStep step) {
      return Stream.of(MissionStep.values())
          .filter(other -> other.place() == step.place() - 1)
          .findFirst()
          .orElseThrow();
    }

    static Moment during(MissionStep step) {
      return new Moment("during " + step, at(STARTED, step));
    }

    static Moment after(MissionStep step) {
      return new Moment("after " + step, at(COMPLETED, step));
    }

    private static Predicate<Told> at(String type, MissionStep step) {
      return told ->
          told.type().equals(type) && told.data().path("step_name").asText().equals(step.word());
    }
  }

  @Test
  void theTestFlowOfTheReadmeWorks() {
    try (var server = server()) {
      var client = new Client(server);
      var mission =
          tree(
              client
                  .send("POST", "/missions/create", "{\"objective\":\"What is 17 % of 2400?\"}")
                  .body());
      var path = "/missions/" + mission.path("mission_id").asText();

      assertThat(mission.path("status").asText()).isEqualTo("proposed");
      assertThat(client.send("POST", path + "/execute", "{}").statusCode()).isEqualTo(409);
      client.send("POST", path + "/approve", "{}");
      var execution = tree(client.send("POST", path + "/execute", "{}").body());
      assertThat(execution.path("success").asBoolean()).isTrue();
      assertThat(execution.path("tool_used").asText()).isEqualTo("calculate");
      assertThat(execution.at("/progress_tracker/completed_steps")).hasSize(MissionStep.count());
      var artifact = client.get("/artifacts/" + execution.path("artifact_reference").asText());
      assertThat(artifact.at("/content/result").asText()).isEqualTo("408");
      assertThat(client.get(path + "/progress").path("percent").asInt()).isEqualTo(100);
    }
  }

  @Test
  void killedSomewhereInEveryStepAMissionGoesOn() {
    survive(
        Moment.before(MissionStep.VERIFICATION),
        Moment.during(MissionStep.INTENT_CLASSIFICATION),
        Moment.after(MissionStep.BUDGET_CHECK),
        Moment.before(MissionStep.TOOL_SELECTION),
        Moment.during(MissionStep.TOOL_EXECUTION),
        Moment.after(MissionStep.ARTIFACT_CREATION),
        Moment.during(MissionStep.FINALIZE));
  }

  @Test
  @Tag("soak")
  void killedBeforeDuringAndAfterEveryStepAMissionGoesOn() {
    survive(
        Stream.of(MissionStep.values())
            .flatMap(
                step -> Stream.of(Moment.before(step), Moment.during(step), Moment.after(step)))
            .toArray(Moment[]::new));
  }

  private void survive(Moment... moments) {
    try (var server = new Revived(this::server)) {
      for (var moment : moments) {
        var told = killedAt(server, moment);

        new Rules(told).hold();
        // A tool with effect is not used again, so a mission that was in the middle of it fails.
        assertThat(told.getLast().type())
            .as(moment.words())
            .isEqualTo(interrupted(told) ? "error" : "complete");
        assertThat(marks(moment))
            .as("uses of the tool, killed " + moment.words())
            .isBetween(interrupted(told) ? 0L : 1L, 1L);
      }
    }
  }

  private static boolean interrupted(List<Told> told) {
    return told.stream()
        .anyMatch(event -> event.data().path("code").asText().equals("tool_interrupted"));
  }

  private static List<Told> killedAt(Revived server, Moment moment) {
    var id = server.client().begin("Write a note " + moment.words());
    var told = new ArrayList<Told>();
    server
        .client()
        .watch(
            id,
            0,
            event -> {
              told.add(event);
              return moment.reached().test(event);
            });
    server.killAndRevive();
    var place = told.stream().mapToLong(Told::id).max().orElse(0);
    server
        .client()
        .watch(
            id,
            place,
            event -> {
              told.add(event);
              return false;
            });
    return told;
  }

  /** How often the tool was put to work for this. */
  private long marks(Moment moment) {
    try (var lines = Files.lines(folder.resolve("marks"))) {
      return lines.filter(line -> line.endsWith(moment.words())).count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Server server() {
    Resources.file("missions/marking.py", folder);
    var config = Resources.file("missions/marking.json", folder);
    return Server.start(folder.resolve("data"), Map.of(), "--config", config.toString());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
