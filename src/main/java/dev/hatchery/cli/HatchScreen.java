package dev.hatchery.cli;

import dev.hatchery.cli.screen.Bar;
import dev.hatchery.cli.screen.Box;
import dev.hatchery.cli.screen.Ink;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Span;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.cli.screen.Wrap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the display of a hatching looks like, as lines; the same view gives the same lines. */
final class HatchScreen {
  private static final int COLUMNS_MOST = 72;
  private static final int COLUMNS_LEAST = 24;
  private static final int TEXT_LINES_MOST = 2;
  private static final int PERCENT_COLUMNS = "≈ 99.9 %".length();
  private static final String TIME_LABEL = "Time: ";
  private static final String BAR_LABEL = "Progress: ";

  private HatchScreen() {}

  /**
   * The frame for a terminal of this size; never as wide or as high as the terminal.
   *
   * @param elapsed since the hatching was ordered
   */
  static List<Line> lines(HatchView view, Duration elapsed, Terminal.Size size) {
    var box = new Box(Math.clamp(size.columns() - 1L, COLUMNS_LEAST, COLUMNS_MOST));
    var rows = size.rows() - 1;
    box.row(Line.of(Span.plain("Hatching: "), new Span(view.description(), Ink.STRONG)));
    box.row(bar(view, box.room()));
    box.rule();
    var body = body(view, elapsed, box.room());
    body.stream().limit(Math.max(1, rows - 5L)).forEach(box::row);
    return box.lines();
  }

  private static Line bar(HatchView view, int room) {
    var percent = Words.percent(view.progress(), view.estimated());
    var columns = room - BAR_LABEL.length() - PERCENT_COLUMNS - 1;
    var spans = new ArrayList<Span>();
    spans.add(Span.plain(BAR_LABEL));
    // Where a jump was never measured, a finished bar is full all the same.
    var measured = view.stage() == Stage.HATCHED ? view.progress() : view.measured();
    spans.addAll(Bar.line(measured, view.progress(), Math.max(2, columns)).spans());
    spans.add(new Span(" " + percent, view.estimated() ? Ink.ESTIMATED : Ink.STRONG));
    return new Line(spans);
  }

  /** The most important lines first: in a low terminal the last ones are left out. */
  private static List<Line> body(HatchView view, Duration elapsed, int room) {
    var lines = new ArrayList<Line>();
    lines.add(Line.of(view.stage().words(), ink(view.stage())));
    if (!view.message().equals(view.stage().words())) {
      text(view.message(), room, Ink.PLAIN, lines);
    }
    lines.addAll(time(view, elapsed, room));
    text(view.notice(), room, Ink.TROUBLE, lines);
    var companion = view.companion();
    if (companion != null) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(companion.name(), Ink.STRONG));
      text(companion.character(), room, Ink.PLAIN, lines);
      text(companion.standIn(), room, Ink.SOFT, lines);
    }
    return lines;
  }

  /** In one line where it fits, else what remains stands below. */
  private static List<Line> time(HatchView view, Duration elapsed, int room) {
    var spent = TIME_LABEL + Words.duration(elapsed) + " elapsed";
    var remaining = view.remaining();
    var left = remaining == null || view.stage().ended() ? "" : remaining.words(elapsed);
    if (left.isEmpty()) {
      return List.of(Line.of(spent, Ink.PLAIN));
    }
    return spent.length() + 2 + left.length() <= room
        ? List.of(Line.of(spent + ", " + left, Ink.PLAIN))
        : List.of(
            Line.of(spent, Ink.PLAIN), Line.of(" ".repeat(TIME_LABEL.length()) + left, Ink.PLAIN));
  }

  private static Ink ink(Stage stage) {
    return switch (stage) {
      case FAILED, CANCELLED -> Ink.TROUBLE;
      default -> Ink.STRONG;
    };
  }

  private static void text(String text, int room, Ink ink, List<Line> lines) {
    Wrap.lines(text, room, TEXT_LINES_MOST).forEach(line -> lines.add(Line.of(line, ink)));
  }
}
