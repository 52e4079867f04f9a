package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.RunRef;
import io.vertx.core.Promise;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class MissionSurvivalTest {
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

  /** 14 for the steps, one for the preview, one for the stop; the ending is the 17th. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whereverItWasStoppedAMissionGoesOnFromThere(int milestones) {
    var mission = stoppedAfter(milestones);

    office.restart();

    office.until(mission, MissionStatus.COMPLETED);
    goneOn(mission);
    assertThat(office.types(mission)).containsOnlyOnce("artifact_preview", "mission_stop");
    // Only a tool whose answer was not yet kept is asked again.
    assertThat(office.tool.uses).hasValue(milestones == 9 ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"9, step_failed", "10, step_completed", "11, step_completed"})
  void aToolThatMayHaveHadItsEffectIsNotUsedAgain(int milestones, String told) {
    office.tool.repeatable = false;
    var mission = stoppedAfter(milestones);

    office.restart();

    office.until(
        mission, told.equals("step_failed") ? MissionStatus.FAILED : MissionStatus.COMPLETED);
    goneOn(mission);
    assertThat(office.tool.uses).hasValue(1);
    assertThat(office.types(mission)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11})
  void aMissionThatFailedFailsOnlyOnce(int milestones) {
    office.tool.work =
        call -> {
          throw new ToolException("Connection timeout");
        };
    var mission = stoppedAfter(milestones);
    office.tool.work = call -> FakeTool.ANSWER;

    office.restart();

    var failed = milestones > 9;
    office.until(mission, failed ? MissionStatus.FAILED : MissionStatus.COMPLETED);
    goneOn(mission);
    assertThat(office.tool.uses).hasValue(failed ? 1 : 2);
    assertThat(office.types(mission)).containsOnlyOnce("mission_stop");
  }

  @Test
  void aToolAtWorkIsPutToWorkAgainAndTheMissionNeverGoesBack() {
    var begun = Promise.<Void>promise();
    office.tool.work =
        call -> {
          call.listener().measured(0.5, "Half of it is done.");
          begun.complete();
          call.stopped().await();
          return FakeTool.ANSWER;
        };
    var mission = office.executing(brief(SUM));
    await().until(() -> office.run(mission).standing().progress() >= 67);
    office.tool.work = call -> FakeTool.ANSWER;

    office.restart();

    office.until(mission, MissionStatus.COMPLETED);
    goneOn(mission);
  }

  private RunRef stoppedAfter(int milestones) {
    var mission = office.approved(brief(SUM));
    // The word that it is executed is a milestone, too.
    office.milestonesLeft.set(milestones + 1);
    office.ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));
    await().until(() -> office.milestonesLeft.get() < 0);
    return mission;
  }

  private void goneOn(RunRef mission) {
    var events = office.events(mission);
    assertThat(
            events.stream()
                .map(event -> MissionTest.tree(event.data()).path("progress").asDouble())
                .toList())
        .isSorted();
    assertThat(events.stream().filter(Event::ending)).hasSize(1);
  }
}
