package dev.hatchery.cli.view;

import dev.hatchery.cli.screen.Bar;
import dev.hatchery.cli.screen.Box;
import dev.hatchery.cli.screen.DisplayWidth;
import dev.hatchery.cli.screen.Ink;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Span;
import dev.hatchery.cli.screen.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the board looks like: a row for every run, as much of it as there is room for. */
public final class BoardScreen {
  private static final int COLUMNS_MOST = 110;
  private static final int COLUMNS_LEAST = 24;

  /** Rows for edges, title and rule. */
  private static final int FRAME_ROWS = 4;

  private static final int NUMBER_MOST = 12;
  private static final int KIND = 8;
  private static final int PERCENT = "≈ 99.9 %".length();
  private static final int REMAINING = "90–119 s left".length();

  /** From so many columns on a row has room for what remains, and from so many for the kind. */
  private static final int ROOM_FOR_REMAINING = 60;

  private static final int ROOM_FOR_KIND = 50;

  private BoardScreen() {}

  /**
   * The frame for a terminal of this size; never as wide or as high as the terminal.
   *
   * @param now the watcher's own time
   */
  public static List<Line> lines(Board board, Duration now, Terminal.Size size) {
    var box = new Box(Math.clamp(size.columns() - 1L, COLUMNS_LEAST, COLUMNS_MOST));
    var ink = board.notice().calm() ? Ink.SOFT : Ink.TROUBLE;
    box.row(title(board.rows().size()), new Span(board.notice().word(), ink));
    box.rule();
    rows(board, now, box.room(), Math.max(1, size.rows() - 1 - FRAME_ROWS)).forEach(box::row);
    return box.lines();
  }

  private static Line title(int count) {
    return Line.of(
        Span.plain("Hatchery: "), new Span(count == 1 ? "1 run" : count + " runs", Ink.STRONG));
  }

  private static List<Line> rows(Board board, Duration now, int room, int most) {
    var number =
        board.rows().values().stream()
            .mapToInt(row -> DisplayWidth.of(row.number()))
            .max()
            .orElse(0);
    var all =
        board.rows().values().stream()
            .map(row -> row(row, Math.min(number, NUMBER_MOST), now, room))
            .toList();
    if (all.isEmpty()) {
      return List.of(Line.of("Nothing is running.", Ink.SOFT));
    }
    if (all.size() <= most) {
      return all;
    }
    var shown = new ArrayList<>(all.subList(0, most - 1));
    shown.add(Line.of("… and %d more".formatted(all.size() - shown.size()), Ink.SOFT));
    return shown;
  }

  private static Line row(Board.Row row, int number, Duration now, int room) {
    var view = row.view();
    var kind = room >= ROOM_FOR_KIND ? KIND + 1 : 0;
    var left = room >= ROOM_FOR_REMAINING ? REMAINING + 1 : 0;
    var free = room - number - 1 - kind - left - PERCENT - 2;
    var bar = Math.max(4, free / 3);
    var line = column(Span.plain(row.number()), number);
    if (kind > 0) {
      line = line.and(column(new Span(view.kind().label(), Ink.SOFT), KIND));
    }
    line = line.and(column(new Span(view.title(), Ink.STRONG), Math.max(1, free - bar)));
    line = line.and(column(percent(view), PERCENT));
    line = line.and(bar(view, bar));
    return left > 0 ? line.and(Line.of(" " + remaining(view, now), Ink.PLAIN)) : line;
  }

  private static Line column(Span span, int columns) {
    return Line.of(span).fitted(columns).and(Line.of(" ", Ink.PLAIN));
  }

  private static Span percent(RunView view) {
    return view.stage() == Stage.FAILED || view.stage() == Stage.CANCELLED
        ? new Span(view.standing(), Ink.TROUBLE)
        : new Span(
            Words.percent(view.progress(), view.estimated()),
            view.estimated() ? Ink.ESTIMATED : Ink.STRONG);
  }

  private static Line bar(RunView view, int columns) {
    var measured = view.stage() == Stage.SUCCEEDED ? view.progress() : view.measured();
    return Bar.line(measured, view.progress(), columns);
  }

  private static String remaining(RunView view, Duration now) {
    var range = view.remaining() == null ? "" : view.remaining().range(now);
    return switch (view.stage()) {
      case FAILED, CANCELLED -> "";
      case SUCCEEDED -> view.standing();
      case WAITING -> "waiting";
      default -> range.isEmpty() ? "" : range + " left";
    };
  }
}
