package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of messages in a chat, in the whole program. */
@SuppressWarnings("NullAway.Init")
class ChatTest {
  private static final String TWO = "Calculate 6 * 7, then calculate 17 % of 2,400";

  @TempDir private Path data;
  private RunningServer server;
  private Asker asker;

  @BeforeEach
  void start() {
    start(20);
  }

  private void start(int perUser) {
    var flags =
        Map.of(
            "data",
            data.toString(),
            "http.port",
            "0",
            "llm.provider",
            "storyteller",
            "queue.perUser",
            String.valueOf(perUser));
    server = Launch.server(() -> new ConfigFile().read(null, Map.of(), flags));
    asker = Asker.nobody(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneStepIsAProposedMissionThatAnotherWordChanges() {
    var proposed = say("What is 17 % of 2,400?", 201);
    var id = proposed.path("mission_id").asText();
    assertThat(mission(id).path("status").asText()).isEqualTo("proposed");

    var changed = say("No, change it to: what is 18 % of 2,400?", 200);
    assertThat(changed.path("mission_id").asText()).isEqualTo(id);
    assertThat(changed.path("changed_fields")).hasToString("[\"objective\"]");
    assertThat(mission(id).path("objective").asText()).isEqualTo("what is 18 % of 2,400?");
  }

  @Test
  void whatIsNotUnderstoodIsAskedBack() {
    assertThat(say("Hm", 200).path("question").asText()).endsWith("?");
    assertThat(say("change it to: find pages about owls", 200).path("question").asText())
        .startsWith("No mission waits to be changed.");
  }

  @Test
  void severalStepsAreMissionsThatOneRunMakesWhole() {
    var said = say(TWO, 201);
    var whole = said.path("run_id").asText();
    var missions = texts(said.path("missions"));
    assertThat(missions).hasSize(2);
    assertThat(mission(missions.getFirst()).path("part_of").asText()).isEqualTo(whole);

    execute(missions.getFirst());
    await().until(() -> run(whole).path("progress").asInt() == 50);
    assertThat(run(whole).path("status").asText()).isEqualTo("running");

    execute(missions.getLast());
    await().until(() -> run(whole).path("status").asText().equals("succeeded"));
    assertThat(run(whole).path("progress").asInt()).isEqualTo(100);
    assertThat(types(whole)).containsSubsequence("story_started", "ac_completed", "complete");
    assertThat(percents(whole)).isSorted();
  }

  @Test
  void aRestartInTheMiddleTellsNothingTwice() {
    var said = say(TWO, 201);
    var whole = said.path("run_id").asText();
    var missions = texts(said.path("missions"));
    execute(missions.getFirst());
    await().until(() -> run(whole).path("progress").asInt() == 50);

    stop();
    start();
    execute(missions.getLast());
    await().until(() -> run(whole).path("status").asText().equals("succeeded"));
    assertThat(types(whole)).filteredOn("story_started"::equals).hasSize(2);
    assertThat(types(whole)).filteredOn("ac_completed"::equals).hasSize(14);
    assertThat(percents(whole)).isSorted();
  }

  @Test
  void aSeriesOfWhichAStepIsRefusedIsTakenBackWithTheReason() {
    stop();
    start(1);
    var refused = say(TWO, 429);

    assertThat(refused.path("code").asText()).isEqualTo("queue_full_for_you");
    var missions = asker.get("/api/runs?kind=mission").json().path("runs");
    assertThat(missions.findValuesAsText("status")).containsOnly("cancelled");
    var whole = asker.get("/api/runs?kind=task").json().path("runs").path(0);
    await().until(() -> run(whole.path("id").asText()).path("status").asText().equals("failed"));
    assertThat(
            asker
                .get(
                    "/api/runs/" + whole.path("id").asText() + "/events",
                    "Accept",
                    "application/json")
                .body())
        .contains("A step could not be proposed");
  }

  @Test
  void whoeverCancelsTheWholeCancelsItsParts() {
    var said = say(TWO, 201);
    asker.ask("DELETE", "/api/runs/" + said.path("run_id").asText(), "");
    for (var mission : texts(said.path("missions"))) {
      await().until(() -> mission(mission).path("status").asText().equals("cancelled"));
    }
  }

  private JsonNode say(String message, int status) {
    var answer = asker.post("/chat/integrated", "{\"message\":\"%s\"}".formatted(message));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.json();
  }

  private void execute(String mission) {
    asker.post("/missions/" + mission + "/approve", "{}");
    var executed = asker.post("/missions/" + mission + "/execute", "{}");
    assertThat(executed.json().path("success").asBoolean()).as(executed.body()).isTrue();
  }

  private JsonNode mission(String id) {
    return asker.get("/missions/" + id).json();
  }

  private JsonNode run(String id) {
    return asker.get("/api/runs/" + id).json();
  }

  private List<String> types(String run) {
    return StreamSupport.stream(events(run).spliterator(), false)
        .map(event -> event.path("type").asText())
        .toList();
  }

  private List<Double> percents(String run) {
    return StreamSupport.stream(events(run).spliterator(), false)
        .map(event -> event.at("/data/progress").asDouble())
        .toList();
  }

  private JsonNode events(String run) {
    return asker
        .get("/api/runs/" + run + "/events", "Accept", "application/json")
        .json()
        .path("events");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
