package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.schedule.SchedulerVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two nodes look every second what is due, each by a clock of its own. */
class SchedulesOfTwoNodesTest extends TwoHeadquarters {
  private static final String SUM = "What is 17 % of 2400?";
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Duration DAY = Duration.ofDays(1);

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private volatile Duration later = Duration.ZERO;
  private volatile Duration twoIsAhead = Duration.ZERO;

  @BeforeEach
  void serve() {
    one.deploy(bus -> new SchedulerVerticle(bus, () -> start.plus(later)));
    two.deploy(bus -> new SchedulerVerticle(bus, () -> start.plus(later).plus(twoIsAhead)));
  }

  @RepeatedTest(3)
  void whatIsDueIsCarriedOutOnceThoughBothNodesLook() {
    var mission = daily();
    for (var day = 1; day <= 3; day++) {
      later = DAY.multipliedBy(day);
      await().until(() -> due(two, mission).isAfter(start.plus(later)));
      assertThat(made(mission)).hasSize(day);
    }

    await().until(() -> made(mission).stream().allMatch(run -> run.status().ended()));
    assertThat(one.tool.uses.get() + two.tool.uses.get()).isEqualTo(3);
    assertThat(schedule(one, mission).lastMission()).isEqualTo(made(mission).getFirst().id());
  }

  @RepeatedTest(3)
  void whatIsDueIsCarriedOutOnceThoughOneClockIsAnHourAhead() {
    twoIsAhead = Duration.ofHours(1);
    var mission = daily();
    later = DAY;
    await().until(() -> due(one, mission).isAfter(start.plus(later)));

    assertThat(made(mission)).hasSize(1);
    await().until(() -> made(mission).getFirst().status().ended());
    assertThat(one.tool.uses.get() + two.tool.uses.get()).isEqualTo(1);
    assertThat(schedule(one, mission).lastMission()).isEqualTo(made(mission).getFirst().id());
  }

  @Test
  void whatOneNodePlannedIsPlannedAnewAndTakenBackOnTheOther() {
    var mission = daily();
    var weekly = new Timing(start.plus(DAY), Timing.Recurrence.WEEKLY, null, UTC);
    two.ask(Addresses.PLAN_SCHEDULE, new Scheduling.Plan(ADA, mission, weekly));
    assertThat(schedule(one, mission).timing()).isEqualTo(weekly);

    two.ask(Addresses.DROP_SCHEDULE, new Scheduling.Drop(ADA, one.run(mission).id()));
    var other = daily();
    later = DAY;
    await().until(() -> made(other).size() == 1);
    assertThat(schedules(one)).extracting(Schedule::mission).doesNotContain(one.run(mission).id());
    assertThat(all()).hasSize(3);
  }

  private RunRef daily() {
    var mission = one.proposed(brief(SUM));
    var timing = new Timing(start.plus(DAY), Timing.Recurrence.DAILY, null, UTC);
    one.ask(Addresses.PLAN_SCHEDULE, new Scheduling.Plan(ADA, mission, timing));
    return mission;
  }

  private Instant due(Headquarters node, RunRef mission) {
    var next = schedule(node, mission).nextAt();
    return next == null ? Instant.MAX : next;
  }

  private Schedule schedule(Headquarters node, RunRef mission) {
    var id = node.run(mission).id();
    return schedules(node).stream()
        .filter(schedule -> schedule.mission().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Schedule> schedules(Headquarters node) {
    return node.ask(Addresses.LIST_SCHEDULES, new Scheduling.ListAll(ADA)).schedules();
  }

  /** What came of it, the newest first. */
  private List<Run> made(RunRef mission) {
    var pattern = one.run(mission).id();
    return all().stream()
        .filter(run -> !run.id().equals(pattern))
        .filter(run -> MissionStatus.of(run) != MissionStatus.PROPOSED)
        .toList();
  }

  private List<Run> all() {
    return one.ask(Addresses.LIST_RUNS, new Storage.ListRuns(ADA, null, RunKind.MISSION, 0, 100))
        .runs();
  }
}
