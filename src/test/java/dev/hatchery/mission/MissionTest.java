package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.BOB;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.Json;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class MissionTest {
  private static final String SUM = "What is 17 % of 2400?";

  @TempDir Path data;
  private Headquarters office;

  @BeforeEach
  void open() {
    office = new Headquarters(data).start();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aMissionThatTheJournalRefusesForGoodFailsOfThatReason() {
    office.refuses =
        append -> append.drafts().stream().anyMatch(draft -> draft.type().equals("step_completed"));
    var run = office.until(office.executing(brief(SUM)), MissionStatus.FAILED);

    assertThat(run.failure()).isEqualTo("too_much");
    assertThat(run.standing().message()).isEqualTo("It is too much.");
  }

  @Test
  void aMissionGoesThroughSevenStepsWithExactlyThePercentagesOfEach() {
    var mission = office.executing(brief(SUM));
    office.until(mission, MissionStatus.COMPLETED);

    var steps =
        data(mission, "step_started", "step_completed")
            .map(
                step ->
                    "%s %s %s"
                        .formatted(
                            step.path("step_name").asText(),
                            step.path("status").asText(),
                            step.path("progress_percent").asInt()))
            .toList();
    assertThat(steps)
        .containsExactly(
            "verification started 5",
            "verification completed 10",
            "intent_classification started 20",
            "intent_classification completed 30",
            "budget_check started 30",
            "budget_check completed 40",
            "tool_selection started 40",
            "tool_selection completed 55",
            "tool_execution started 55",
            "tool_execution completed 80",
            "artifact_creation started 80",
            "artifact_creation completed 90",
            "finalize started 90",
            "finalize completed 100");
    assertThat(office.types(mission)).endsWith("mission_stop", "complete");
    assertThat(office.types(mission)).containsOnlyOnce("artifact_preview", "complete");
  }

  @Test
  void aStepThatIsDoneTellsWhatItFoundSoThatNobodyWhoWatchesHasToAsk() {
    var mission = office.executing(brief(SUM));
    office.until(mission, MissionStatus.COMPLETED);

    var told = data(mission, "step_completed").toList();
    var budget = told.get(MissionStep.BUDGET_CHECK.place() - 1);
    var selection = told.get(MissionStep.TOOL_SELECTION.place() - 1);
    assertThat(budget.path("estimated_cost_usd").isNumber()).isTrue();
    assertThat(selection.path("tool_used").asText()).isEqualTo(office.tool.name().value());
    assertThat(selection.path("ranking").path(0).path("tool"))
        .isEqualTo(selection.path("tool_used"));
  }

  @Test
  void whatTheToolFoundIsKeptForItsOwnerAlone() {
    var mission = office.executing(brief(SUM));
    var findings = Mission.of(office.until(mission, MissionStatus.COMPLETED)).findings();
    var artifact = Objects.requireNonNull(findings.artifact());

    var found = office.ask(Addresses.FIND_ARTIFACT, new Ledger.FindArtifact(ADA, artifact));
    assertThat(found.artifact().content()).isEqualTo(FakeTool.ANSWER.content());
    assertThat(office.refused(Addresses.FIND_ARTIFACT, new Ledger.FindArtifact(BOB, artifact)))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(findings.cost()).isEqualTo(Usd.of("5.23"));
    var known = office.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(ADA));
    assertThat(known.of(office.tool.name()).successes()).isEqualTo(1);
    assertThat(office.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(BOB)).tools()).isEmpty();
  }

  @Test
  void onlyAnApprovedMissionIsExecutedAndOnlyOnce() {
    var mission = office.proposed(brief(SUM));

    assertThat(execution(mission)).isEqualTo("Mission not approved: approve it first.");
    office.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    var both =
        List.of(
            office.asking(Addresses.EXECUTE, new Missions.Execute(ADA, mission)),
            office.asking(Addresses.EXECUTE, new Missions.Execute(ADA, mission)));
    office.until(mission, MissionStatus.COMPLETED);
    assertThat(both.stream().filter(asked -> asked.succeeded())).hasSize(1);
    assertThat(execution(mission)).isEqualTo("Mission executed before: propose it anew.");
    assertThat(office.tool.uses).hasValue(1);
  }

  @Test
  void whatIsSomebodyElsesIsNotFound() {
    var mission = office.approved(brief(SUM));

    assertThat(
            Stream.of(
                    office.refused(Addresses.EXECUTE, new Missions.Execute(BOB, mission)),
                    office.refused(Addresses.APPROVE, new Missions.Approve(BOB, mission)),
                    office.refused(
                        Addresses.RATE, new Missions.Rate(BOB, mission, new Survey(9, true, true))))
                .distinct())
        .containsExactly(new Problem.NotFound("Mission not found."));
  }

  @Test
  void aMissionOverItsBudgetSaysByHowMuch() {
    var mission = office.executing(brief(SUM, Usd.of("5"), false));

    failed(mission, "budget_check", "budget_exceeded", "Budget exceeded: $5.23 > $5.00 limit");
    assertThat(office.tool.uses).hasValue(0);
  }

  @Test
  void withoutConfidenceInAnyToolNoneIsChosen() {
    office.tool.confidence = 0.12;
    office.other.confidence = 0.1;
    var mission = office.executing(brief(SUM));

    failed(
        mission,
        "tool_selection",
        "tool_selection_failed",
        "Tool selection failed: confidence 0.12 < 0.15");
  }

  @Test
  void aToolThatFailsSaysWhy() {
    office.tool.work =
        call -> {
          throw new ToolException("Connection timeout");
        };
    var mission = office.executing(brief(SUM));

    failed(
        mission,
        "tool_execution",
        "tool_execution_failed",
        "Tool execution failed: Connection timeout");
    var known = office.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(ADA));
    assertThat(known.of(office.tool.name()).uses()).isEqualTo(1);
    assertThat(known.of(office.tool.name()).successes()).isZero();
  }

  @Test
  void aToolIsStoppedWithItsMission() {
    var begun = Promise.<Void>promise();
    office.tool.work =
        call -> {
          begun.complete();
          call.stopped().await();
          return FakeTool.ANSWER;
        };
    var mission = office.executing(brief(SUM));
    await().until(begun.future()::isComplete);

    office.cancel(mission);

    office.until(mission, MissionStatus.CANCELLED);
    assertThat(office.types(mission)).endsWith("mission_stop", "cancelled");
  }

  @Test
  void aMissionThatMayAskAsksInsteadOfFailingAndGoesOnWithTheAnswer() {
    var mission = office.executing(brief(SUM, Usd.of("5"), true));
    var asking = office.until(mission, MissionStatus.CLARIFICATION_NEEDED);

    assertThat(Mission.of(asking).question())
        .isEqualTo("Budget exceeded: $5.23 > $5.00 limit. How much may it cost?");
    assertThat(asking.standing().progress()).isEqualTo(30);
    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "up to $6"));
    var done = office.until(mission, MissionStatus.COMPLETED);
    assertThat(Mission.of(done).brief().budget()).isEqualTo(Usd.of("6"));
    assertThat(Mission.of(done).edits())
        .extracting(Mission.Edit::field)
        .containsExactly("budget_usd");
    assertThat(progress(mission)).isSorted();
  }

  @Test
  void aQuestionOutlivesARestart() {
    var mission = office.executing(brief(SUM, Usd.of("5"), true));
    office.until(mission, MissionStatus.CLARIFICATION_NEEDED);

    office.restart();

    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "6"));
    office.until(mission, MissionStatus.COMPLETED);
    assertThat(progress(mission)).isSorted();
  }

  @Test
  void whatIsChangedIsKeptWithWhatItWas() {
    var mission = office.proposed(brief(SUM));

    var amended =
        office.ask(
            Addresses.AMEND,
            new Missions.Amend(
                ADA, mission, new Missions.Amendment("What is 18 % of 2400?", null, null, null)));

    assertThat(amended.changed()).containsExactly("objective");
    assertThat(Mission.of(amended.run()).edits().getFirst().from()).isEqualTo(SUM);
    office.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    assertThat(
            office.refused(
                Addresses.AMEND,
                new Missions.Amend(ADA, mission, new Missions.Amendment("else", null, null, null))))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void aRejectedToolIsNotChosenForItsOwnerAgain() {
    var first = office.executing(brief(SUM));
    office.until(first, MissionStatus.COMPLETED);
    office.ask(
        Addresses.JUDGE, new Missions.Judge(ADA, first, office.tool.name(), Verdict.REJECTED));

    var second = office.executing(brief(SUM));
    office.until(second, MissionStatus.COMPLETED);

    assertThat(office.tool.uses).hasValue(1);
    assertThat(office.other.uses).hasValue(1);
  }

  @Test
  void aMissionIsRatedOnce() {
    var mission = office.executing(brief(SUM));
    office.until(mission, MissionStatus.COMPLETED);
    var rate = new Missions.Rate(ADA, mission, new Survey(10, true, true));

    assertThat(office.ask(Addresses.RATE, rate).adjustment()).isEqualTo(0.05);
    assertThat(office.refused(Addresses.RATE, rate).code()).isEqualTo("rated_before");
  }

  private void failed(RunRef mission, String step, String code, String words) {
    var run = office.until(mission, MissionStatus.FAILED);
    assertThat(run.failure()).isEqualTo(code);
    assertThat(run.standing().message()).isEqualTo(words);
    assertThat(office.types(mission)).endsWith("step_failed", "mission_stop", "error");
    var failed = data(mission, "step_failed").findFirst().orElseThrow();
    assertThat(failed.path("step_name").asText()).isEqualTo(step);
    assertThat(failed.path("message").asText()).isEqualTo(words);
  }

  private String execution(RunRef mission) {
    return office.refused(Addresses.EXECUTE, new Missions.Execute(ADA, mission)).detail();
  }

  private List<Double> progress(RunRef mission) {
    return data(mission).map(event -> event.path("progress").asDouble()).toList();
  }

  private Stream<JsonNode> data(RunRef mission, String... types) {
    return office.events(mission).stream()
        .filter(event -> types.length == 0 || List.of(types).contains(event.type()))
        .map(event -> tree(event.data()));
  }

  static JsonNode tree(String json) {
    try {
      return Json.wire().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
