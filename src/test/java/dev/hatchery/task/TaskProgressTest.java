package dev.hatchery.task;

import static dev.hatchery.task.Told.met;
import static dev.hatchery.task.Told.over;
import static dev.hatchery.task.Told.started;
import static dev.hatchery.task.Told.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hatchery.protocol.Checklist.Stage;
import dev.hatchery.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TaskProgressTest {
  private static final Instant DAWN = Instant.parse("2026-03-01T06:00:00Z");
  private final TaskProgress task = TaskProgress.begin("T-1", "Checkout", DAWN);
  private Instant now = DAWN;

  @Test
  void everyCriterionWeighsTheSameWhereTheirNumbersAreTold() {
    hear(started(4, null, story("a", 3), story("b", 3), story("c", 4), story("d", 2)));
    for (var id : List.of("a", "b")) {
      for (int i = 0; i < 3; i++) {
        hear(met(id, i));
      }
      hear(over(id, true));
    }
    hear(met("c", 0));

    assertThat(task.measured()).isCloseTo(58.33, within(0.01));
  }

  @Test
  void everyStoryWeighsTheSameWhereTheyAreOnlyCounted() {
    hear(started(8, null));
    for (int i = 0; i < 5; i++) {
      hear(new Report.StoryStarted(story("s" + i, null)));
      hear(over(null, true));
    }

    assertThat(task.measured()).isEqualTo(62.5);
    hear(new Report.StoryStarted(story("s5", 4)));
    hear(met(null, 0));
    assertThat(task.measured()).isCloseTo(62.5 + 12.5 / 4, within(0.001));
  }

  @Test
  void aStoryThatFailedIsBehindUsAndOneThatCountsNothingIsDoneAsAWhole() {
    hear(started(2, null));
    hear(new Report.StoryStarted(story("a", null)));
    hear(met("a", 0));
    assertThat(task.measured()).isZero();
    hear(over("a", false));

    assertThat(task.measured()).isEqualTo(50);
    assertThat(stage("a")).isEqualTo(Stage.FAILED);
  }

  @Test
  void nothingIsMeasuredWhereNobodySaidHowMuchThereIs() {
    hear(new Report.StoryStarted(story("a", 2)));
    hear(met("a", 0));
    hear(over("a", true));
    assertThat(task.measured()).isZero();

    hear(new Report.Measured(40));
    assertThat(task.measured()).isEqualTo(40);
  }

  @Test
  void aPercentageMovesNothingWhereStoriesMeasure() {
    hear(started(2, null));
    hear(new Report.Measured(90));

    assertThat(task.measured()).isZero();
  }

  @Test
  void allDoneIsNotYetOverAndOnlyPassingIsAHundred() {
    hear(started(1, null));
    hear(over("a", true));
    assertThat(task.measured()).isEqualTo(99);
    hear(new Report.TaskCompleted(true, null));
    assertThat(task.measured()).isEqualTo(100);
  }

  @Test
  void aCriterionMetTwiceCountsOnceHoweverItIsNamed() {
    hear(started(1, null, new Report.Story("a", "A", null, 3, List.of("first", "second"))));
    hear(met("a", 0));
    hear(met("a", 0));
    hear(new Report.CriterionMet("a", 0, "first", null));
    hear(new Report.CriterionMet("a", null, "first", null));

    assertThat(task.checklist().stories().getFirst().met()).isEqualTo(1);
  }

  @Test
  void programsMayCountCriteriaFromOne() {
    hear(started(1, null, story("a", 3)));
    for (int i = 1; i <= 3; i++) {
      hear(met("a", i));
    }

    var story = task.checklist().stories().getFirst();
    assertThat(story.met()).isEqualTo(3);
    assertThat(story.criteriaCount()).isEqualTo(3);
  }

  @Test
  void moreCriteriaThanAnnouncedMakeTheStoryLongerAndNothingGoesBack() {
    hear(started(2, null, story("a", 1), story("b", 1)));
    hear(new Report.CriterionMet("a", 0, "one", null));
    assertThat(task.measured()).isEqualTo(50);
    hear(new Report.CriterionMet("a", 1, "two", null));

    assertThat(task.measured()).isEqualTo(50);
    assertThat(task.checklist().stories().getFirst().criteriaCount()).isEqualTo(2);
  }

  @Test
  void aStoryThatNobodyAnnouncedIsOneMore() {
    hear(started(2, null, story("a", null), story("b", null)));
    hear(over("a", true));
    hear(over("surprise", true));

    assertThat(task.checklist().stories()).hasSize(3);
    assertThat(task.measured()).isCloseTo(66.67, within(0.01));
  }

  @Test
  void theStoryInWorkIsTheOneBegunLast() {
    hear(new Report.StoryStarted(story("a", null)));
    hear(new Report.StoryStarted(story("b", null)));
    assertThat(task.checklist().current()).isEqualTo("b");
    hear(over("b", true));
    assertThat(task.checklist().current()).isEqualTo("a");
    hear(over("a", true));
    assertThat(task.checklist().current()).isNull();
  }

  @Test
  void whatNobodySaidTheEndOfHasNotPassed() {
    hear(new Report.StoryStarted(story("a", 2)));
    hear(new Report.TaskCompleted(true, null));

    assertThat(stage("a")).isEqualTo(Stage.WAITING);
  }

  @Test
  void theRemainingTimeComesFromThePaceOfTheLastSteps() {
    hear(started(10, null));
    assertThat(task.eta(now)).isNull();
    for (int i = 0; i < 4; i++) {
      now = now.plusSeconds(60);
      hear(over("s" + i, true));
    }

    var eta = Objects.requireNonNull(task.eta(now));
    assertThat(eta.p50()).isEqualTo(Duration.ofMinutes(6));
    assertThat(Objects.requireNonNull(task.eta(now.plusSeconds(30))).p50())
        .isEqualTo(Duration.ofSeconds(330));
    assertThat(task.eta(now.plusSeconds(3600))).isNull();
  }

  @Test
  void beforeAnyStepTheProgramsOwnEstimateCountsUntilItIsOverdue() {
    hear(started(10, Duration.ofMinutes(10)));

    var eta = Objects.requireNonNull(task.eta(now.plusSeconds(100)));
    assertThat(eta.p50()).isEqualTo(Duration.ofSeconds(500));
    assertThat(eta.p90()).isEqualTo(Duration.ofSeconds(800));
    assertThat(task.eta(now.plusSeconds(901))).isNull();
  }

  @Test
  void onlyWhoForetoldADurationIsGuessedAtAndNotBeyondTheNextStep() {
    hear(started(4, null));
    assertThat(task.guess()).isNull();
    hear(started(4, Duration.ofSeconds(400)));

    var guess = Objects.requireNonNull(task.guess());
    assertThat(guess.to()).isEqualTo(25);
    assertThat(guess.typical()).isEqualTo(Duration.ofSeconds(100));
  }

  private Stage stage(String id) {
    var stories = task.checklist().stories();
    return stories.get(Bookkeeping.place(stories, id)).stage();
  }

  private void hear(Report report) {
    task.hear(report, now);
  }
}
