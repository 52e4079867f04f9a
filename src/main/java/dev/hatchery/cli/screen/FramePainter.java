package dev.hatchery.cli.screen;

import java.util.List;

/**
 * Turns each next frame into what a terminal must be sent to show it in place of the last one. The
 * cursor rests at the start of the row below the frame. Lines must be narrower than the terminal,
 * since one that reaches its edge leaves the cursor where terminals disagree.
 */
public final class FramePainter {
  private static final String HIDE_CURSOR = "\u001B[?25l";
  private static final String SHOW_CURSOR = "\u001B[?25h";
  private static final String CLEAR_LINE = "\u001B[K";
  private static final String CLEAR_BELOW = "\u001B[J";

  private final boolean colour;
  private List<Line> shown = List.of();
  private int row;
  private boolean hidden;

  /**
   * @param colour whether inks are drawn
   */
  public FramePainter(boolean colour) {
    this.colour = colour;
  }

  /** What shows this frame; empty when it is shown already. */
  public String paint(List<Line> frame) {
    var out = new StringBuilder(hidden ? "" : HIDE_CURSOR);
    hidden = true;
    for (var i = 0; i < frame.size(); i++) {
      if (i >= shown.size()) {
        moveTo(i, out);
        append(frame.get(i), out);
        out.append("\r\n");
        row = i + 1;
      } else if (!frame.get(i).equals(shown.get(i))) {
        moveTo(i, out);
        append(frame.get(i), out);
      }
    }
    if (frame.size() < shown.size()) {
      moveTo(frame.size(), out);
      out.append('\r').append(CLEAR_BELOW);
    } else if (row != frame.size()) {
      moveTo(frame.size(), out);
      out.append('\r');
    }
    shown = List.copyOf(frame);
    return out.toString();
  }

  /**
   * What removes the frame, so that the next one is drawn afresh.
   *
   * @param columns of the terminal now; it has wrapped the lines that no longer fit
   */
  public String clear(int columns) {
    var rows =
        shown.stream().mapToInt(line -> Math.max(1, Math.ceilDiv(line.width(), columns))).sum();
    shown = List.of();
    row = 0;
    return rows == 0 ? "" : up(rows) + "\r" + CLEAR_BELOW;
  }

  /** What gives the terminal back as it was found; empty when nothing was painted. */
  public String finish() {
    var out = hidden ? SHOW_CURSOR : "";
    hidden = false;
    return out;
  }

  /**
   * The last character goes to its own column, so that the right edge is straight even where the
   * terminal finds a character wider or narrower than we do.
   */
  private void append(Line line, StringBuilder out) {
    out.append('\r').append(CLEAR_LINE);
    if (line.spans().isEmpty()) {
      return;
    }
    var all = line.spans();
    var last = all.get(all.size() - 1);
    out.append(new Line(all.subList(0, all.size() - 1)).painted(colour));
    if (all.size() > 1) {
      out.append("\u001B[").append(line.width() - last.width() + 1).append('G');
    }
    out.append(Line.of(last).painted(colour));
  }

  private void moveTo(int target, StringBuilder out) {
    if (target < row) {
      out.append(up(row - target));
    } else if (target > row) {
      out.append("\u001B[").append(target - row).append('B');
    }
    row = target;
  }

  private static String up(int rows) {
    return "\u001B[" + rows + "A";
  }
}
