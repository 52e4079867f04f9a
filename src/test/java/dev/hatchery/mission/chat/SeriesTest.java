package dev.hatchery.mission.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is told of several missions as of one run. */
class SeriesTest {
  private static final RunId WHOLE = RunId.random();
  private static final RunId FIRST = RunId.random();
  private static final RunId SECOND = RunId.random();

  private final Series series = series();

  private static Series series() {
    var weights = new LinkedHashMap<RunId, Double>();
    weights.put(FIRST, 20.0);
    weights.put(SECOND, 80.0);
    return new Series(WHOLE, weights);
  }

  @Test
  void aMissionThatIsOnlyProposedIsNoNews() {
    assertThat(tell(run(FIRST, RunStatus.PROPOSED, 0, 0))).isEmpty();
  }

  @Test
  void aMissionAtWorkIsAStoryWhoseStepsAreCriteria() {
    var told = tell(run(FIRST, RunStatus.RUNNING, 30, 2));
    assertThat(told)
        .extracting(Emission::type)
        .containsExactly("story_started", "ac_completed", "ac_completed", "progress");
    assertThat(told.getFirst().report())
        .isInstanceOfSatisfying(
            Report.StoryStarted.class,
            started -> {
              assertThat(started.story().id()).isEqualTo(FIRST.value());
              assertThat(started.story().title()).isEqualTo("find owls");
              assertThat(started.story().texts()).hasSize(MissionStep.count());
            });
    assertThat(told.getLast().report()).isEqualTo(new Report.Measured(6));
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    tell(run(FIRST, RunStatus.RUNNING, 30, 2));
    assertThat(tell(run(FIRST, RunStatus.RUNNING, 30, 2))).isEmpty();
  }

  @Test
  void whatCouldNotBeToldIsToldTheNextTime() {
    series.news(run(FIRST, RunStatus.RUNNING, 30, 2));
    assertThat(tell(run(FIRST, RunStatus.RUNNING, 30, 2))).hasSize(4);
  }

  @Test
  void aRestartTellsItUnderTheSameNames() {
    var before = tell(run(FIRST, RunStatus.RUNNING, 30, 2));
    var after = series().news(run(FIRST, RunStatus.RUNNING, 30, 2));
    assertThat(after).extracting(Emission::marks).isEqualTo(marks(before));
  }

  private static List<List<Mark>> marks(List<Emission> emissions) {
    return emissions.stream().map(Emission::marks).toList();
  }

  @Test
  void itPassesWhenAllHavePassed() {
    tell(run(FIRST, RunStatus.SUCCEEDED, 100, 7));
    assertThat(series.percent()).isEqualTo(20);
    var last = tell(run(SECOND, RunStatus.SUCCEEDED, 100, 7)).getLast();
    assertThat(last.report()).isEqualTo(new Report.TaskCompleted(true, null));
    assertThat(last.data()).isEqualTo("{\"status\":\"passed\"}");
  }

  @Test
  void itFailsWhenOneHasFailedAndNoneIsLeft() {
    assertThat(tell(run(SECOND, RunStatus.FAILED, 40, 3)))
        .extracting(Emission::type)
        .doesNotContain("task_completed");
    assertThat(tell(run(FIRST, RunStatus.SUCCEEDED, 100, 7)).getLast().report())
        .isEqualTo(new Report.TaskCompleted(false, null));
  }

  @Property
  void itNeverGoesBack(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 100) Integer> percents) {
    var all = new ArrayList<Double>();
    var one = series();
    for (var i = 0; i < percents.size(); i++) {
      one.news(run(i % 2 == 0 ? FIRST : SECOND, RunStatus.RUNNING, percents.get(i), 0));
      all.add(one.percent());
    }
    assertThat(all).isSorted().allMatch(percent -> percent <= 100);
  }

  @Property
  void theWeightsMakeUpTheWhole(@ForAll @Size(min = 2, max = 10) List<Category> categories) {
    assertThat(Weights.of(categories).stream().mapToDouble(weight -> weight).sum())
        .isCloseTo(100, offset(1e-9));
  }

  private List<Emission> tell(Run mission) {
    var news = series.news(mission);
    series.told(mission);
    return news;
  }

  private static Run run(RunId id, RunStatus status, double progress, int steps) {
    var brief = new Brief("find owls", null, List.of(), Brief.Priority.NORMAL, null);
    var mission = Mission.proposed(brief);
    for (var step : List.of(MissionStep.values()).subList(0, steps)) {
      mission =
          mission.with(
              new Mission.Passage(
                  step, Mission.Stage.COMPLETED, Instant.EPOCH, Instant.EPOCH, "done"));
    }
    return new Run(
        id,
        1,
        Owner.LOCAL,
        null,
        new Order.Pursue(brief),
        null,
        status,
        new Standing(progress, progress, null, "", null),
        0,
        Instant.EPOCH,
        null,
        null,
        null,
        1,
        null,
        null,
        0,
        0,
        0,
        0,
        MissionStep.PLAN,
        new Checkpoint.OfMission(mission),
        null,
        null);
  }
}
