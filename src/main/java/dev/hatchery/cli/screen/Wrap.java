package dev.hatchery.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Text cut to columns. */
public final class Wrap {
  private static final String ELLIPSIS = "…";

  private Wrap() {}

  /** The text if it fits, else as much of it as fits before an ellipsis. */
  public static String fit(String text, int columns) {
    if (DisplayWidth.of(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : start(text, columns - 1) + ELLIPSIS;
  }

  /** The text in lines broken between words; beyond {@code most} lines the last is cut. */
  public static List<String> lines(String text, int columns, int most) {
    var lines = new ArrayList<String>();
    var rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most - 1 && DisplayWidth.of(rest) > columns) {
      var line = rest.substring(0, end(rest, columns));
      rest = rest.substring(line.length()).strip();
      lines.add(line.strip());
    }
    if (!rest.isEmpty()) {
      lines.add(fit(rest, columns));
    }
    return lines;
  }

  /** Where the first line of a text that does not fit ends. */
  private static int end(String text, int columns) {
    var whole = start(text, columns).length();
    var space = text.lastIndexOf(' ', whole);
    return space > 0 ? space : Math.max(whole, Character.charCount(text.codePointAt(0)));
  }

  private static String start(String text, int columns) {
    var width = 0;
    var end = 0;
    while (end < text.length()) {
      var point = text.codePointAt(end);
      width += DisplayWidth.of(point);
      if (width > columns) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }
}
