package dev.hatchery.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Words() {}

  /** 12, 12.5, with "≈" before what is estimated. */
  public static String percent(double percent, boolean estimated) {
    var number = BigDecimal.valueOf(percent).setScale(1, RoundingMode.DOWN).stripTrailingZeros();
    return (estimated ? "≈ " : "") + number.toPlainString() + " %";
  }

  /** 12 s, 2 min 34 s, 1 h 5 min. */
  public static String duration(Duration duration) {
    if (duration.toHours() > 0) {
      return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return duration.toMinutes() > 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : duration.toSeconds() + " s";
  }

  /** 20–35 s, 2–4 min: as coarse as such a guess is. */
  public static String range(Duration low, Duration high) {
    return high.compareTo(Duration.ofMinutes(2)) < 0
        ? range(low.toSeconds(), high.toSeconds(), " s")
        : range(low.toMinutes(), high.plusSeconds(59).toMinutes(), " min");
  }

  /** A time in ISO 8601 in the time zone of whoever reads it; another text as it is. */
  public static String moment(String iso) {
    try {
      return MOMENT.format(Instant.parse(iso).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  private static String range(long low, long high, String unit) {
    var least = Math.max(1, low);
    var most = Math.max(least, high);
    return (least == most ? "" + least : least + "–" + most) + unit;
  }
}
