package dev.hatchery.persistence;

import dev.hatchery.protocol.Numbers;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often stand-ins were needed, in the last twelve weeks and in the days asked for. */
final class StandInWeeks {
  private static final int WEEKS = 12;
  private static final long WEEK = Duration.ofDays(7).toMillis();

  private final LocalDate monday;
  private final long since;
  private final long[] succeeded = new long[WEEKS];
  private final Map<String, Count> byCode = new TreeMap<>();
  private final Map<String, Integer> byPhase = new HashMap<>();

  /** How often one of them was needed. */
  private static final class Count {
    private final int[] weeks = new int[WEEKS];
    private int n;
  }

  /**
   * The weeks that end with this one.
   *
   * @param since where the days asked for begin, in milliseconds
   */
  StandInWeeks(Instant now, long since) {
    this.monday =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(WEEKS - 1L);
    this.since = since;
  }

  /** Where the first week begins, in milliseconds. */
  long first() {
    return monday.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** Hears how many runs succeeded in a week; a clock that was set back gives weeks to come. */
  void week(Row row) {
    var week = row.getInteger("week");
    if (week < WEEKS) {
      succeeded[week] = row.getLong("n");
    }
  }

  /** Hears of one stand-in. */
  void standIn(Row row) {
    var finished = row.getLong("finished_at");
    var week = Math.floorDiv(finished - first(), WEEK);
    var count = byCode.computeIfAbsent(row.getString("stand_in"), code -> new Count());
    if (week >= 0 && week < WEEKS) {
      count.weeks[(int) week]++;
    }
    if (finished >= since) {
      count.n++;
      byPhase.merge(row.getString("phase"), 1, Integer::sum);
    }
  }

  /** How many runs needed one for this phase in the days asked for. */
  int of(String phase) {
    return byPhase.getOrDefault(phase, 0);
  }

  /** The most frequent first, of so many runs that succeeded in the days asked for. */
  List<Numbers.StandIn> standIns(long of) {
    var standIns = new ArrayList<Numbers.StandIn>();
    byCode.forEach(
        (code, count) -> standIns.add(new Numbers.StandIn(code, count.n, of, weeks(count))));
    standIns.sort((one, other) -> other.n() - one.n());
    return standIns;
  }

  private List<Numbers.Week> weeks(Count count) {
    var weeks = new ArrayList<Numbers.Week>();
    for (int i = 0; i < WEEKS; i++) {
      weeks.add(new Numbers.Week(monday.plusWeeks(i).toString(), count.weeks[i], succeeded[i]));
    }
    return weeks;
  }
}
