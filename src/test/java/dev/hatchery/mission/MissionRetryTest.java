package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Promise;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mission that failed or was cancelled is tried again: as a new one with the same brief. */
@SuppressWarnings("NullAway.Init")
class MissionRetryTest {
  private static final String SUM = "What is 17 % of 2400?";
  private static final Survey GOOD = new Survey(10, true, true);

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
  void whatFailedIsCarriedOutFromTheFirstStepWithoutBeingApprovedAgain() {
    var failed = failed();
    office.tool.work = call -> FakeTool.ANSWER;

    var again = retry(failed);

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.retryOf()).isEqualTo(office.run(failed).id());
    assertThat(Mission.of(again).passages()).isEmpty();
    assertThat(Mission.of(again).findings()).isEqualTo(Findings.NOTHING);
    assertThat(Mission.of(again).approvedAt())
        .isEqualTo(Mission.of(office.run(failed)).approvedAt());
    var mission = RunRef.of(again.id());
    office.until(mission, MissionStatus.COMPLETED);
    assertThat(office.types(mission))
        .startsWith("mission_changed", "mission_changed")
        .filteredOn("step_completed"::equals)
        .hasSize(7);
    assertThat(office.tool.uses).hasValue(2);
  }

  @Test
  void eachAttemptIsChargedForWhatItUsed() {
    var failed = failed();
    assertThat(spent()).isEqualTo(Usd.of("5.23"));
    office.tool.work = call -> FakeTool.ANSWER;

    office.until(RunRef.of(retry(failed).id()), MissionStatus.COMPLETED);

    assertThat(spent()).isEqualTo(Usd.of("10.46"));
  }

  @Test
  void onlyTheAttemptThatSucceededIsRated() {
    var failed = failed();
    office.tool.work = call -> FakeTool.ANSWER;
    var again = RunRef.of(retry(failed).id());
    office.until(again, MissionStatus.COMPLETED);

    assertThat(office.refused(Addresses.RATE, new Missions.Rate(ADA, failed, GOOD)).code())
        .isEqualTo("not_completed");
    assertThat(office.ask(Addresses.RATE, new Missions.Rate(ADA, again, GOOD)).adjustment())
        .isEqualTo(0.05);
  }

  @Test
  void anAttemptGoesOnAfterARestartWithTheStepItWasIn() {
    var failed = failed();
    var begun = Promise.<Void>promise();
    office.tool.work =
        call -> {
          begun.tryComplete();
          call.stopped().await();
          return FakeTool.ANSWER;
        };
    var again = RunRef.of(retry(failed).id());
    await().until(begun.future()::isComplete);
    office.tool.work = call -> FakeTool.ANSWER;

    office.restart();

    office.until(again, MissionStatus.COMPLETED);
    assertThat(office.types(again)).filteredOn("step_started"::equals).hasSize(8);
  }

  @Test
  void whatWasNeverApprovedWaitsForThatAndIsToldOf() {
    var cancelled = office.proposed(brief(SUM));
    office.cancel(cancelled);
    office.until(cancelled, MissionStatus.CANCELLED);

    var again = RunRef.of(retry(cancelled).id());

    assertThat(MissionStatus.of(office.run(again))).isEqualTo(MissionStatus.PROPOSED);
    assertThat(office.types(again)).containsExactly("mission_changed");
    office.ask(Addresses.APPROVE, new Missions.Approve(ADA, again));
    office.ask(Addresses.EXECUTE, new Missions.Execute(ADA, again));
    office.until(again, MissionStatus.COMPLETED);
  }

  @Test
  void whatSucceededIsNotTriedAgain() {
    var mission = office.executing(brief(SUM));
    office.until(mission, MissionStatus.COMPLETED);

    assertThat(office.refused(Addresses.RETRY, new Running.Retry(ADA, mission)))
        .isInstanceOf(Problem.Conflict.class)
        .extracting(Problem::code)
        .isEqualTo("not_retryable");
  }

  private RunRef failed() {
    office.tool.work =
        call -> {
          throw new ToolException("Connection timeout");
        };
    var mission = office.executing(brief(SUM));
    office.until(mission, MissionStatus.FAILED);
    return mission;
  }

  private Run retry(RunRef mission) {
    return office.ask(Addresses.RETRY, new Running.Retry(ADA, mission)).run();
  }

  private Usd spent() {
    return office.ask(Addresses.COUNT_MISSIONS, new Missions.Count(ADA, 1)).numbers().monthCost();
  }
}
