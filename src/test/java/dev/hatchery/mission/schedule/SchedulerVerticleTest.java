package dev.hatchery.mission.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.Timing.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerVerticleTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:30:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final FakeDesk desk = new FakeDesk(NOW);

  @BeforeEach
  void start() {
    desk.deploy();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aScheduleSaysWhenItIsDueNext() {
    var planned = plan(new Timing(NOW.minusSeconds(60), Recurrence.DAILY, null, UTC));

    assertThat(planned.nextAt()).isEqualTo(NOW.minusSeconds(60).plus(Duration.ofDays(1)));
  }

  @Test
  void whatIsDueIsCarriedOutAsANewMissionOfTheSameBrief() {
    plan(once(NOW.plusSeconds(60)));

    desk.now(NOW.plusSeconds(60));

    await().until(() -> desk.executed().size() == 1);
    assertThat(desk.objectives()).containsExactly("Sum up the news", "Sum up the news");
    await().until(() -> desk.schedule().nextAt() == null);
    assertThat(desk.schedule().lastMission()).isEqualTo(desk.executed().getFirst());
  }

  @Test
  void whatWasDueWhileNobodyWasThereIsCarriedOutOnce() {
    plan(new Timing(NOW.plusSeconds(60), Recurrence.DAILY, null, UTC));

    desk.now(NOW.plus(Duration.ofDays(5)));

    await()
        .until(
            () ->
                Objects.equals(
                    desk.schedule().nextAt(), NOW.plusSeconds(60).plus(Duration.ofDays(5))));
    assertThat(desk.executed()).hasSize(1);
  }

  @Test
  void aFiringThatWasLeftHalfwayIsFinishedAndNotDoneTwice() {
    plan(once(NOW.plusSeconds(60)));
    desk.breakDown(new Problem.Busy("queue_full", "The queue is full.", Duration.ofSeconds(1)));
    desk.now(NOW.plusSeconds(60));
    await().until(() -> desk.refused() > 0);
    desk.breakDown(null);

    desk.now(NOW.plusSeconds(91));

    await().until(() -> desk.schedule().nextAt() == null);
    assertThat(desk.executed()).hasSize(1);
    assertThat(desk.objectives()).hasSize(2);
  }

  @Test
  void whatCannotBeIsRefusedInWords() {
    assertThat(refusal(once(NOW.minusSeconds(1))))
        .isEqualTo("trigger_time is over; choose one that is to come.");
    assertThat(refusal(new Timing(NOW, Recurrence.NONE, "0 0 30 2 *", UTC)))
        .isEqualTo("The cron expression names a time that never comes.");
    assertThat(refusal(new Timing(NOW, Recurrence.NONE, "every day", UTC)))
        .startsWith("A cron expression has five fields");
    assertThat(refusal(once(NOW.plus(Duration.ofDays(40_000)))))
        .isEqualTo("trigger_time is more than ten years away.");
  }

  private Schedule plan(Timing timing) {
    return desk.ask(
            Addresses.PLAN_SCHEDULE,
            new Scheduling.Plan(FakeDesk.ADA, RunRef.of(desk.mission()), timing))
        .schedule();
  }

  private @Nullable String refusal(Timing timing) {
    var detail = new String[1];
    assertThatThrownBy(() -> plan(timing))
        .isInstanceOf(CompletionException.class)
        .satisfies(
            failure ->
                detail[0] =
                    ((ProblemException) Objects.requireNonNull(failure.getCause()))
                        .problem()
                        .detail());
    return detail[0];
  }

  private static Timing once(Instant at) {
    return new Timing(at, Recurrence.NONE, null, UTC);
  }
}
