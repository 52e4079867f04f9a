package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missions of the whole program that are had again: by a recipe, and when their time comes. */
@SuppressWarnings("NullAway.Init")
class MissionsAgainTest {
  private static final String TAX = "{\"parameters\":{\"price\":\"120\",\"percent\":\"19\"}}";

  @TempDir private static Path data;

  private static RunningServer server;
  private static Asker asker;

  @BeforeAll
  static void start() {
    var flags = Map.of("data", data.toString(), "http.port", "0", "llm.provider", "storyteller");
    server = Launch.server(() -> new ConfigFile().read(null, Map.of(), flags));
    asker = Asker.nobody(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aRecipeMakesAMissionAndAMissionARecipe() {
    var mission = done(asker.post("/missions/from-recipe/price-with-tax", TAX).json());

    assertThat(mission.path("objective").asText()).isEqualTo("Calculate 120 + 120 * 19 / 100");
    assertThat(mission.path("tool_used").asText()).isEqualTo("calculate");
    assertThat(recipe("price-with-tax").path("success_rate").asDouble()).isEqualTo(1);
    var kept =
        asker.post(
            "/recipes",
            "{\"mission_id\":\"%s\",\"name\":\"Tax\"}"
                .formatted(mission.path("mission_id").asText()));
    assertThat(kept.status()).isEqualTo(201);
    assertThat(recipe(kept.json().path("recipe_id").asText()).path("built_in").asBoolean())
        .isFalse();
  }

  @Test
  void aRecipeThatIsDeletedLeavesItsMissionsAndTheirSchedules() {
    var mission = done(asker.post("/missions/from-recipe/price-with-tax", TAX).json());
    var recipe =
        asker
            .post(
                "/recipes",
                "{\"mission_id\":\"%s\",\"name\":\"Passing\"}"
                    .formatted(mission.path("mission_id").asText()))
            .json();
    var recipeId = recipe.path("recipe_id").asText();
    var made = asker.post("/missions/from-recipe/" + recipeId, "{\"parameters\":{}}").json();
    var path = "/missions/" + made.path("mission_id").asText();
    var planned = asker.post(path + "/schedule", "{\"cron\":\"0 9 1 1 *\"}").json();
    assertThat(planned.path("recipe_id").asText()).isEqualTo(recipeId);

    assertThat(asker.ask("DELETE", "/recipes/" + recipeId, "").status()).isEqualTo(204);

    assertThat(asker.ask("DELETE", "/recipes/" + recipeId, "").status()).isEqualTo(404);
    assertThat(asker.ask("DELETE", "/recipes/price-with-tax", "").status()).isEqualTo(409);
    assertThat(asker.get(path).status()).isEqualTo(200);
    var left = asker.get("/schedules").json().path("schedules");
    assertThat(left.valueStream())
        .filteredOn(one -> one.path("mission_id").equals(made.path("mission_id")))
        .singleElement()
        .satisfies(one -> assertThat(one.path("recipe_id").isNull()).isTrue());
    assertThat(asker.ask("DELETE", path + "/schedule", "").status()).isEqualTo(204);
  }

  @Test
  void aMissionTellsWhetherItsOwnerIsAsked() {
    var unsure = "{\"objective\":\"Calculate 1 + 1\",\"when_unsure\":\"ask\"}";
    assertThat(asker.post("/missions/create", unsure).json().path("when_unsure").asText())
        .isEqualTo("ask");
    var sure = "{\"objective\":\"Calculate 1 + 1\"}";
    assertThat(asker.post("/missions/create", sure).json().path("when_unsure").asText())
        .isEqualTo("fail");
  }

  @Test
  void whoMissedEventsGetsTheMissionsThatWaitForTheirOwner() {
    var proposed = asker.post("/missions/create", "{\"objective\":\"Calculate 5 * 5\"}").json();
    var ended = done(asker.post("/missions/from-recipe/price-with-tax", TAX).json());

    try (var stream = asker.listen("/stream/progress?last_event_id=999999999")) {
      await()
          .until(() -> stream.text().contains("event: snapshot") && stream.text().endsWith("\n\n"));
      assertThat(stream.text())
          .contains("event: gap")
          .contains("\"id\":\"%s\"".formatted(proposed.path("run_id").asText()))
          .doesNotContain("\"id\":\"%s\"".formatted(ended.path("run_id").asText()));
    }
  }

  @Test
  void aCancelledMissionIsTriedAgain() {
    var proposed = asker.post("/missions/create", "{\"objective\":\"Calculate 17 + 4\"}").json();
    var cancelled = "/missions/" + proposed.path("mission_id").asText();
    assertThat(asker.post(cancelled + "/approve", "{}").status()).isEqualTo(200);
    assertThat(asker.post(cancelled + "/cancel", "{}").status()).isEqualTo(202);

    var retried = asker.post("/api/runs/%s/retry".formatted(proposed.path("run_id").asText()), "");

    assertThat(retried.status()).isEqualTo(201);
    assertThat(retried.json().path("attempt").asInt()).isEqualTo(2);
    assertThat(retried.json().path("retry_of")).isEqualTo(proposed.path("run_id"));
    var again = "/missions/" + retried.json().path("id").asText();
    await().atMost(Duration.ofSeconds(20)).until(() -> status(again).equals("completed"));
    assertThat(
            asker
                .post(
                    again + "/survey",
                    "{\"rating\": 8, \"time_saved\": true, \"would_repeat\": true}")
                .status())
        .isEqualTo(200);
    assertThat(
            asker
                .post("/api/runs/%s/retry".formatted(again.replace("/missions/", "")), "")
                .status())
        .isEqualTo(409);
  }

  @Test
  void aScheduledMissionIsCarriedOutWhenItsTimeComes() {
    var mission = asker.post("/missions/create", "{\"objective\":\"Calculate 6 * 7\"}").json();
    var schedule = "/missions/%s/schedule".formatted(mission.path("mission_id").asText());
    var at = Instant.now().plusMillis(500);

    var planned = asker.post(schedule, "{\"trigger_time\":\"%s\"}".formatted(at));

    assertThat(planned.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !schedule().path("last_mission_id").isNull());
    var made = "/missions/" + schedule().path("last_mission_id").asText();
    await().atMost(Duration.ofSeconds(20)).until(() -> status(made).equals("completed"));
    assertThat(schedule().path("next_at").isNull()).isTrue();
    assertThat(asker.ask("DELETE", schedule, "").status()).isEqualTo(204);
    assertThat(asker.get("/schedules").json().path("schedules")).isEmpty();
  }

  @Test
  void whatBecameOfMissionsIsCounted() {
    done(asker.post("/missions/from-recipe/price-with-tax", TAX).json());

    var numbers = asker.get("/api/analytics/all").json().path("missions");

    assertThat(numbers.path("completed").asInt()).isPositive();
    assertThat(numbers.at("/durations/n").asInt()).isPositive();
    var calculate =
        numbers
            .path("by_tool")
            .valueStream()
            .filter(tool -> tool.path("tool").asText().equals("calculate"))
            .findFirst()
            .orElseThrow();
    assertThat(calculate.path("success_rate").asDouble()).isEqualTo(1);
    assertThat(calculate.at("/confidence_history/0/confidence").asDouble()).isEqualTo(0.95);
  }

  private static JsonNode done(JsonNode proposed) {
    var mission = "/missions/" + proposed.path("mission_id").asText();
    assertThat(asker.post(mission + "/approve", "{}").status()).isEqualTo(200);
    assertThat(asker.post(mission + "/execute", "{}").json().path("success").asBoolean()).isTrue();
    return asker.get(mission).json();
  }

  private static String status(String mission) {
    return asker.get(mission).json().path("status").asText();
  }

  private static JsonNode schedule() {
    return asker.get("/schedules").json().at("/schedules/0");
  }

  private static JsonNode recipe(String id) {
    return asker
        .get("/recipes")
        .json()
        .path("recipes")
        .valueStream()
        .filter(recipe -> recipe.path("recipe_id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
