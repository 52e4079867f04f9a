package dev.hatchery.cli.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A terminal that knows the few sequences we send and refuses every other. */
public final class VirtualScreen {
  private static final Pattern SEQUENCE = Pattern.compile("\u001B\\[(\\??)(\\d*)([A-Za-z])");
  private static final String WIDE_TAIL = "";

  private final List<String[]> rows = new ArrayList<>();
  private final int columns;
  private int row;
  private int column;
  private boolean cursorShown = true;

  public VirtualScreen(int columns) {
    this.columns = columns;
    reach(0);
  }

  /** Draws what was sent. */
  public VirtualScreen send(String bytes) {
    var sequence = SEQUENCE.matcher(bytes);
    var at = 0;
    while (at < bytes.length()) {
      if (bytes.charAt(at) == '\u001B') {
        if (!sequence.find(at) || sequence.start() != at) {
          throw new IllegalStateException("unknown sequence at " + at);
        }
        obey(sequence.group(1), sequence.group(2), sequence.group(3));
        at = sequence.end();
      } else {
        var point = bytes.codePointAt(at);
        draw(point);
        at += Character.charCount(point);
      }
    }
    return this;
  }

  /** What stands on it, without spaces at the ends of lines and empty lines below. */
  public List<String> text() {
    var text =
        rows.stream()
            .map(cells -> Arrays.stream(cells).collect(Collectors.joining()).stripTrailing())
            .collect(Collectors.toCollection(ArrayList::new));
    while (!text.isEmpty() && text.get(text.size() - 1).isEmpty()) {
      text.remove(text.size() - 1);
    }
    return text;
  }

  public boolean cursorShown() {
    return cursorShown;
  }

  private void obey(String mark, String number, String letter) {
    var count = number.isEmpty() ? 1 : Integer.parseInt(number);
    switch (mark + letter) {
      case "A" -> row = Math.max(0, row - count);
      case "B" -> reach(row += count);
      case "G" -> column = count - 1;
      case "K" -> Arrays.fill(rows.get(row), column, columns, " ");
      case "J" -> {
        Arrays.fill(rows.get(row), column, columns, " ");
        rows.subList(row + 1, rows.size()).clear();
      }
      case "m" -> {}
      case "?h" -> cursorShown = true;
      case "?l" -> cursorShown = false;
      default -> throw new IllegalStateException("unknown sequence " + mark + letter);
    }
  }

  private void draw(int point) {
    switch (point) {
      case '\r' -> column = 0;
      case '\n' -> reach(++row);
      default -> {
        if (Character.isISOControl(point)) {
          throw new IllegalStateException("control character " + point);
        }
        put(Character.toString(point), DisplayWidth.of(point));
      }
    }
  }

  private void put(String character, int width) {
    if (column + width >= columns) {
      throw new IllegalStateException("row " + row + " reaches the edge");
    }
    if (width == 0) {
      rows.get(row)[column - 1] += character;
      return;
    }
    rows.get(row)[column] = character;
    if (width == 2) {
      rows.get(row)[column + 1] = WIDE_TAIL;
    }
    column += width;
  }

  private void reach(int target) {
    while (rows.size() <= target) {
      var cells = new String[columns];
      Arrays.fill(cells, " ");
      rows.add(cells);
    }
  }
}
