package dev.hatchery.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The display of a task, with its checklist. */
class TaskScreenTest {
  private static final Duration SPENT = Duration.ofSeconds(154);

  private final RunView view =
      after(
          after(
              RunView.of(RunKind.TASK, "User Authentication"),
              "task_started",
              """
              {"story_count": 8, "stories": [
                {"story_id": "US-001", "title": "Schema"},
                {"story_id": "US-003", "title": "Implement login endpoint", "acceptance_criteria": [
                  "Create POST /api/auth/login endpoint", "Validate email format",
                  "Generate JWT token", "Return user profile with token"]}]}
              """),
          "story_started",
          "{\"story_id\": \"US-003\", \"progress\": 37.5}");

  @Test
  void aWideTerminalShowsTheStoryAndItsCriteria() {
    assertThat(shown(metTwo(), 65, 24))
        .isEqualTo(
            """
            ╔══════════════════════════════════════════════════════════════╗
            ║ Task: User Authentication                               Live ║
            ║ Progress: [█████████████░░░░░░░░░] 62.5 %     0 of 8 stories ║
            ╠══════════════════════════════════════════════════════════════╣
            ║ Current story: US-003 Implement login endpoint               ║
            ║ Time: 2 min 34 s elapsed, 2–4 min remaining                  ║
            ║                                                              ║
            ║ Acceptance criteria:                                         ║
            ║   ✅ Create POST /api/auth/login endpoint                    ║
            ║   ✅ Validate email format                                   ║
            ║   ⏳ Generate JWT token                                      ║
            ║   ○ Return user profile with token                           ║
            ╚══════════════════════════════════════════════════════════════╝
            """);
  }

  @Test
  void aNarrowTerminalPutsTheCountBelowTheBar() {
    assertThat(shown(metTwo(), 40, 24))
        .isEqualTo(
            """
            ╔═════════════════════════════════════╗
            ║ Task: User Authentication      Live ║
            ║ Progress: [████████░░░░░░] 62.5 %   ║
            ╠═════════════════════════════════════╣
            ║ 0 of 8 stories                      ║
            ║ Current story: US-003 Implement lo… ║
            ║ Time: 2 min 34 s elapsed            ║
            ║       2–4 min remaining             ║
            ║                                     ║
            ║ Acceptance criteria:                ║
            ║   ✅ Create POST /api/auth/login e… ║
            ║   ✅ Validate email format          ║
            ║   ⏳ Generate JWT token             ║
            ║   ○ Return user profile with token  ║
            ╚═════════════════════════════════════╝
            """);
  }

  @Test
  void whatAFailedStoryLeftIsNotMetAndItsTroubleIsSaid() {
    var trouble =
        after(
            metTwo(),
            "error_occurred",
            "{\"story_id\":\"US-003\",\"error_message\":\"the key is missing\"}");
    assertThat(shown(trouble, 65, 24)).contains("║ US-003: the key is missing ");
    var failed =
        after(trouble, "story_completed", "{\"story_id\":\"US-003\",\"status\":\"failed\"}");
    assertThat(shown(failed, 65, 24))
        .contains("║   ✗ Generate JWT token ", "║ Last story: US-003", "1 of 8 stories")
        .doesNotContain("missing");
  }

  @Test
  void whatAStoryThatPassedDidNotReportIsMet() {
    var passed = after(view, "story_completed", "{\"story_id\":\"US-003\",\"status\":\"passed\"}");
    assertThat(passed.checklist().shown().orElseThrow().marks()).containsOnly(Mark.MET);
  }

  @Test
  void criteriaThatAreTooManyAreShownAroundTheOneInWork() {
    var many =
        IntStream.range(0, 30).mapToObj(i -> "\"step " + i + "\"").collect(Collectors.joining(","));
    var story =
        after(
            RunView.of(RunKind.TASK, "Much"),
            "story_started",
            "{\"story_id\":\"a\",\"acceptance_criteria\":[%s]}".formatted(many));
    for (var i = 0; i < 15; i++) {
      story = after(story, "ac_completed", "{\"story_id\":\"a\",\"ac_index\":%d}".formatted(i));
    }
    assertThat(shown(story, 65, 18))
        .contains("  … 12 more", "✅ step 12", "⏳ step 15", "○ step 16", "  … 12 more")
        .doesNotContain("step 11 ", "step 18");
  }

  @Test
  void criteriaThatNobodyAnnouncedAreThereOnceTheyAreMet() {
    var met =
        after(
            RunView.of(RunKind.TASK, "Loose"),
            "ac_completed",
            "{\"story_id\":\"a\",\"ac_index\":2000000000,\"ac_text\":\"Second\"}");
    assertThat(story(met).texts()).containsExactly("Second");
    assertThat(story(met).mark()).isEqualTo(Mark.IN_WORK);
  }

  @Test
  void aProgramMayCountItsCriteriaFromOneAndSayOnlyHowMany() {
    var counted =
        after(
            RunView.of(RunKind.TASK, "Counted"),
            "story_started",
            "{\"story_id\":\"a\",\"ac_count\":3}");
    for (var index : List.of(1, 2, 3, 3)) {
      counted = after(counted, "ac_completed", "{\"ac_index\":%d}".formatted(index));
    }
    assertThat(story(counted).texts()).containsExactly("Criterion 1", "Criterion 2", "Criterion 3");
    assertThat(story(counted).marks()).containsOnly(Mark.MET);
  }

  @Test
  void aStoryWithoutAStatusHasPassedAndOneThatIsLeftHasNot() {
    var passed = after(view, "story_completed", "{}");
    assertThat(story(passed).mark()).isEqualTo(Mark.MET);
    assertThat(story(after(view, "complete", "{}")).mark()).isEqualTo(Mark.WAITING);
    assertThat(story(after(view, "error", "{}")).marks()).containsOnly(Mark.NOT_MET);
  }

  @Test
  void aRunThatIsReadWholeHasTheChecklistThatTheServerKnows() {
    var run =
        Facts.of(
            """
            {"kind":"task","title":"T","status":"running","progress":40,"measured":30,"task":
              {"story_count":2,"current_story":"b","stories":[{"story_id":"b","title":"B","status":"in_work",
                "criteria":[{"text":"x","status":"met"},{"text":"y","status":"in_work"}]}]}}
            """);
    assertThat(shown(RunView.of(run, SPENT), 65, 24))
        .contains("▒", "≈ 40 %", "0 of 2 stories", "Current story: b B", "✅ x", "⏳ y");
  }

  @Test
  void aCommandShowsItsLastWords() {
    var command =
        after(
            RunView.of(RunKind.COMMAND, "make all"),
            "progress",
            "{\"progress\":12,\"measured\":12,\"message\":\"cc -o hatch\"}");
    assertThat(shown(command, 65, 24))
        .contains("║ Command: make all", "║ In work ", "║ cc -o hatch ");
    assertThat(shown(after(command, "complete", "{\"progress\":100}"), 65, 24))
        .contains("║ Finished ");
  }

  @Property(tries = 200)
  void everyFrameFitsItsTerminalWhateverIsReported(
      @ForAll String text,
      @ForAll @IntRange(min = 0, max = 40) int index,
      @ForAll @IntRange(min = 25, max = 200) int columns,
      @ForAll @IntRange(min = 8, max = 60) int rows) {
    var data =
        Facts.of(
            Map.of(
                "story_id",
                text,
                "title",
                text,
                "ac_index",
                index,
                "ac_text",
                text,
                "error_message",
                text,
                "progress",
                40,
                "message",
                text));
    var any = RunView.of(RunKind.TASK, text).noticing(Notice.RECONNECTING);
    for (var type : List.of("story_started", "ac_completed", "error_occurred")) {
      any = any.after(type, data, SPENT);
    }
    var lines = RunScreen.lines(any, SPENT, new Terminal.Size(columns, rows));
    assertThat(lines).hasSizeLessThan(rows);
    assertThat(lines).allMatch(line -> line.width() == lines.get(0).width());
    assertThat(lines.get(0).width()).isLessThan(columns);
    assertThat(lines).allMatch(line -> line.text().codePoints().noneMatch(Character::isISOControl));
  }

  private static Story story(RunView view) {
    return view.checklist().shown().orElseThrow();
  }

  private RunView metTwo() {
    var eta = "\"eta_seconds\": {\"p50\": 120, \"p90\": 240}";
    var one = after(view, "ac_completed", "{\"story_id\":\"US-003\",\"ac_index\":0}");
    return after(
            one,
            "ac_completed",
            "{\"story_id\":\"US-003\",\"ac_index\":9,\"ac_text\":\"Validate email format\","
                + "\"progress\":62.5,\"measured\":62.5,"
                + eta
                + "}")
        .noticing(Notice.LIVE);
  }

  private static RunView after(RunView view, String type, String data) {
    return view.after(type, Facts.of(data), SPENT);
  }

  private static String shown(RunView view, int columns, int rows) {
    return RunScreen.lines(view, SPENT, new Terminal.Size(columns, rows)).stream()
        .map(Line::text)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
