package dev.hatchery.cli.exec;

import dev.hatchery.terminal.Reading;
import java.util.Locale;

/** A bar in words: "Downloading: 12.3 of 40 MB". */
final class BarWords {
  private static final double MEGA = 1_000_000;
  private static final double WHOLE = 100;

  private BarWords() {}

  static String of(Reading.Bar bar) {
    var name = bar.name().isEmpty() ? "" : bar.name() + ": ";
    return name + amount(bar);
  }

  private static String amount(Reading.Bar bar) {
    if (bar.count().isEmpty()) {
      return bar.fraction().isPresent()
          ? number(bar.fraction().getAsDouble() * WHOLE) + " %"
          : "at work";
    }
    var bytes = bar.unit().equals("B");
    var scale = bytes ? MEGA : 1;
    var unit = bytes ? " MB" : "";
    var count = number(bar.count().getAsDouble() / scale);
    return bar.total().isPresent()
        ? count + " of " + number(bar.total().getAsDouble() / scale) + unit
        : count + unit;
  }

  /** With one decimal where it has any. */
  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
