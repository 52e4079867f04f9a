package dev.hatchery.mission.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.Timing.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Berlin's clock goes from 2 to 3 on 29 March 2026, and from 3 to 2 on 25 October 2026. */
class OccurrencesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  void whatHappensOnceHappensOnce() {
    var at = Instant.parse("2026-12-01T09:00:00Z");
    var once = new Occurrences(new Timing(at, Recurrence.NONE, null, UTC));

    assertThat(once.after(at.minusMillis(1))).isEqualTo(at);
    assertThat(once.after(at)).isNull();
    assertThat(once.recurs()).isFalse();
  }

  @Test
  void whatIsDailyKeepsItsHourWhenTheClockIsChanged() {
    assertThat(some(timing("2026-03-28T09:00", Recurrence.DAILY, null), 3))
        .containsExactly("2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z");
  }

  @Test
  void whatTheClockLeapsOverHappensAsMuchLaterOnThatDayAlone() {
    assertThat(some(timing("2026-03-28T02:30", Recurrence.DAILY, null), 3))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    assertThat(some(timing("2026-03-28T00:00", Recurrence.NONE, "30 2 * * *"), 3))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void whatTheClockShowsTwiceHappensTheFirstTime() {
    assertThat(some(timing("2026-10-24T02:30", Recurrence.DAILY, null), 3))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    assertThat(some(timing("2026-10-24T00:00", Recurrence.NONE, "30 2 * * *"), 3))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void whatHappensEveryHourHappensInEveryHour() {
    assertThat(some(timing("2026-10-25T01:45", Recurrence.NONE, "0 * * * *"), 4))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T02:00:00Z",
            "2026-10-25T03:00:00Z");
    assertThat(some(timing("2026-03-29T00:45", Recurrence.NONE, "*/30 * * * *"), 5))
        .containsExactly(
            "2026-03-29T00:00:00Z",
            "2026-03-29T00:30:00Z",
            "2026-03-29T01:00:00Z",
            "2026-03-29T01:30:00Z",
            "2026-03-29T02:00:00Z");
  }

  @Test
  void whatIsWeeklyKeepsItsDay() {
    assertThat(some(timing("2026-10-19T09:00", Recurrence.WEEKLY, null), 3))
        .containsExactly("2026-10-19T07:00:00Z", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z");
  }

  @Test
  void cronIsReadAsUnixReadsIt() {
    assertThat(some(timing("2026-11-27T12:00", Recurrence.NONE, "0 9 * * 1-5"), 2))
        .containsExactly("2026-11-30T08:00:00Z", "2026-12-01T08:00:00Z");
    assertThat(some(timing("2026-11-27T12:00", Recurrence.NONE, "0 9 * * MON"), 1))
        .containsExactly("2026-11-30T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "* * * *", "* * * * * *", "61 * * * *", "@daily", "0 9 * * MOO"})
  void whatIsNoCronExpressionIsRefusedInWords(String expression) {
    assertThatThrownBy(
            () -> new Occurrences(timing("2026-11-27T12:00", Recurrence.NONE, expression)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[A-Z].*\\.");
  }

  @Test
  void aDayThatThereNeverIsNeverComes() {
    var never = new Occurrences(timing("2026-11-27T12:00", Recurrence.NONE, "0 0 30 2 *"));

    assertThat(never.after(Instant.parse("2026-11-27T12:00:00Z"))).isNull();
  }

  @Property(tries = 200)
  void occurrencesGoForwardAndNoneIsLeftOut(
      @ForAll("timings") Timing timing,
      @ForAll @LongRange(min = 1_772_000_000L, max = 1_795_000_000L) long second) {
    var occurrences = new Occurrences(timing);
    var moment = Instant.ofEpochSecond(second);
    var next = Objects.requireNonNull(occurrences.after(moment));

    assertThat(next).isAfter(moment);
    assertThat(occurrences.after(next.minusMillis(1))).isEqualTo(next);
    var between = moment.plusMillis((next.toEpochMilli() - moment.toEpochMilli()) / 2);
    assertThat(occurrences.after(between)).isEqualTo(next);
  }

  @Provide
  Arbitrary<Timing> timings() {
    var zones = Arbitraries.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");
    var crons = Arbitraries.of("30 2 * * *", "*/20 * * * *", "15,45 1-3 * * SUN", "0 */6 1 * *");
    var first = Instant.parse("2026-02-01T01:30:00Z");
    return Arbitraries.oneOf(
        zones.flatMap(
            zone -> crons.map(cron -> new Timing(first, Recurrence.NONE, cron, ZoneId.of(zone)))),
        zones.flatMap(
            zone ->
                Arbitraries.of(Recurrence.DAILY, Recurrence.WEEKLY)
                    .map(recurrence -> new Timing(first, recurrence, null, ZoneId.of(zone)))));
  }

  private static List<String> some(Timing timing, int count) {
    var occurrences = new Occurrences(timing);
    var found = new ArrayList<String>();
    @Nullable Instant at = timing.from().minusMillis(1);
    while (at != null && found.size() < count) {
      at = occurrences.after(at);
      found.add(String.valueOf(at));
    }
    return found;
  }

  private static Timing timing(String local, Recurrence recurrence, @Nullable String cron) {
    return new Timing(
        LocalDateTime.parse(local).atZone(BERLIN).toInstant(), recurrence, cron, BERLIN);
  }
}
