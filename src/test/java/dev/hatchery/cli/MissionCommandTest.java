package dev.hatchery.cli;

import static dev.hatchery.cli.FakeHatchery.NUMBER;
import static dev.hatchery.cli.FakeHatchery.RUN;
import static dev.hatchery.cli.FakeHatchery.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code mission}: what it asks of a server, and what it says of the answers. */
@Timeout(60)
class MissionCommandTest extends CommandLineFixture {
  private static final String MISSION =
      """
      {"mission_id":"%s","number":1042,"objective":"What is 6 \u00d7 7?","status":"completed",\
      "tool_used":"calculate","tool_confidence":0.95,"actual_cost_usd":0.02,\
      "artifact_reference":"art1"}\
      """
          .formatted(RUN);

  @BeforeEach
  void aMission() {
    server.run =
        """
        {"id":"%s","number":1042,"kind":"mission","title":"What is 6 \u00d7 7?","status":"running"}\
        """
            .formatted(RUN);
    server.answers.put("POST /missions/create", MISSION);
    server.answers.put("GET /missions/" + NUMBER, MISSION);
    server.answers.put("POST /missions/1042/approve", MISSION);
    server.answers.put("POST /missions/1042/execute", MISSION);
  }

  @Test
  void oneIsProposedWithAllThatItsMakerSays() {
    var flags =
        List.of("--scope", "numbers", "--constraint", "exact", "--priority", "high", "--ask");
    assertThat(mission("create", "What is 6 \u00d7 7?", flags, "--budget", "0.5")).isZero();
    assertThat(server.bodies)
        .containsExactly(
            "{\"objective\":\"What is 6 \\u00D7 7?\",\"scope\":\"numbers\","
                + "\"constraints\":[\"exact\"],\"priority\":\"high\",\"budget_usd\":0.5,"
                + "\"when_unsure\":\"ask\"}");
    assertThat(out.toString())
        .startsWith("Mission 1042 is proposed: What is 6 \u00d7 7?")
        .contains("hatchery mission approve 1042");
  }

  @Test
  void oneIsApproved() {
    assertThat(mission("approve", NUMBER)).isZero();
    assertThat(out).hasToString("Mission 1042 is approved.\n");
  }

  @Test
  void oneIsCarriedOutAndWatchedToItsEnd() {
    server.streams.add(
        frame(1, "step_started", "{\"progress\":5,\"measured\":5,\"message\":\"verification\"}")
            + frame(2, "complete", "{\"progress\":100,\"measured\":100,\"message\":\"42\"}"));
    assertThat(mission("execute", NUMBER)).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "      5 %  verification",
            "    100 %  42",
            "",
            "Tool:     calculate (confidence 95 %)",
            "Cost:     $0.02",
            "Artifact: " + server.address() + "/artifacts/art1/preview");
  }

  @Test
  void oneThatFailsIsAFailureForWhoeverWatches() {
    server.streams.add(
        frame(1, "error", "{\"progress\":40,\"message\":\"Tool selection failed\"}"));
    assertThat(mission("watch", NUMBER)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("40 %  Tool selection failed");
  }

  @Test
  void oneIsScheduledAndTheSchedulesAreListed() {
    var schedule =
        """
        {"schedule_id":"s1","mission_id":"m1","cron":"0 9 * * *","recurrence":"none",\
        "time_zone":"Europe/Berlin","next_at":"soon","last_fired_at":null}\
        """;
    server.answers.put("POST /missions/1042/schedule", schedule);
    server.answers.put("GET /schedules", "{\"schedules\":[" + schedule + "]}");
    assertThat(mission("schedule", NUMBER, "--cron", "0 9 * * *", "--zone", "Europe/Berlin"))
        .isZero();
    assertThat(server.bodies)
        .containsExactly("{\"time_zone\":\"Europe/Berlin\",\"cron\":\"0 9 * * *\"}");
    assertThat(mission("schedule")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "Mission 1042 begins soon.",
            "SCHEDULE  MISSION  HOW OFTEN  ZONE           NEXT  LAST",
            "s1        m1       0 9 * * *  Europe/Berlin  soon");
  }

  @Test
  void aScheduleWithoutATimeIsExplained() {
    assertThat(mission("schedule", NUMBER)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Say when: --once, --daily, --weekly or --cron");
    assertThat(mission("schedule", NUMBER, "--daily", "09:00", "--cron", "x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aRecipeIsDeleted() {
    server.answers.put("DELETE /recipes/r2", "");
    assertThat(mission("recipes", "--delete", "r2")).isZero();
    assertThat(out).hasToString("The recipe r2 is gone.\n");
  }

  @Test
  void aScheduleEnds() {
    server.answers.put("DELETE /missions/1042/schedule", "");
    assertThat(mission("schedule", NUMBER, "--cancel")).isZero();
    assertThat(out).hasToString("Mission 1042 is scheduled no more.\n");
  }

  @Test
  void recipesAreListedUsedAndKept() {
    server.answers.put(
        "GET /recipes",
        """
        {"recipes":[{"recipe_id":"sum","name":"A sum","objective_template":"What is {sum}?",\
        "runs":4,"success_rate":0.75}]}\
        """);
    server.answers.put("POST /missions/from-recipe/sum", MISSION);
    server.answers.put("POST /recipes", "{\"recipe_id\":\"r2\",\"name\":\"Mine\"}");
    assertThat(mission("recipes")).isZero();
    assertThat(mission("recipes", "--use", "sum", "--set", "sum=6*7")).isZero();
    assertThat(mission("recipes", "--keep", NUMBER, "--name", "Mine")).isZero();
    assertThat(server.bodies).contains("{\"parameters\":{\"sum\":\"6*7\"}}");
    assertThat(server.bodies.getLast())
        .contains("\"mission_id\":\"" + RUN + "\"")
        .contains("\"name\":\"Mine\"");
    assertThat(out.toString())
        .contains("sum     A sum  4     75 %       What is {sum}?")
        .contains("Mission 1042 is proposed")
        .contains("Kept as r2: Mine");
  }

  @Test
  void machinesGetOneLineOfJson() {
    assertThat(mission("approve", NUMBER, "--json")).isZero();
    assertThat(out.toString()).startsWith("{\"type\":\"mission\",\"mission_id\":\"0run");
  }

  @Test
  void whatIsRefusedIsToldInTheServersWords() {
    assertThat(mission("approve", "7")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("There is no such run.");
  }

  private int mission(Object... words) {
    var all = new ArrayList<>(List.of("--server", server.address().toString(), "mission"));
    for (var word : words) {
      if (word instanceof List<?> several) {
        several.forEach(one -> all.add(one.toString()));
      } else {
        all.add(word.toString());
      }
    }
    return run(all.toArray(String[]::new));
  }
}
