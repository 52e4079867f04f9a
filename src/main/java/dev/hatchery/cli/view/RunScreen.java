package dev.hatchery.cli.view;

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

/** What the display of a run looks like, as lines; the same view gives the same lines. */
public final class RunScreen {
  private static final int COLUMNS_MOST = 72;
  private static final int COLUMNS_LEAST = 24;
  private static final int TEXT_LINES_MOST = 2;
  private static final int BAR_LEAST = 10;

  /** Rows for edges, title, bar and rule. */
  private static final int FRAME_ROWS = 5;

  private static final String PERCENT_LONGEST = "≈ 99.9 %";
  private static final String TIME_LABEL = "Time: ";
  private static final String BAR_LABEL = "Progress: ";
  private static final String GAP = "   ";

  private RunScreen() {}

  /**
   * The frame for a terminal of this size; never as wide or as high as the terminal.
   *
   * @param elapsed since the run started
   */
  public static List<Line> lines(RunView view, Duration elapsed, Terminal.Size size) {
    var box = new Box(Math.clamp(size.columns() - 1L, COLUMNS_LEAST, COLUMNS_MOST));
    var body = new ArrayList<Line>();
    box.row(title(view), word(view));
    box.row(bar(view, box.room(), body));
    box.rule();
    var most = Math.max(1, size.rows() - 1 - FRAME_ROWS);
    body(view, elapsed, box.room(), most, body);
    body.stream().limit(most).forEach(box::row);
    return box.lines();
  }

  private static Line title(RunView view) {
    return Line.of(Span.plain(view.kind().label() + ": "), new Span(view.title(), Ink.STRONG));
  }

  private static Span word(RunView view) {
    var ink = view.notice().calm() ? Ink.SOFT : Ink.TROUBLE;
    return new Span(view.ended() ? "" : view.notice().word(), ink);
  }

  /** How many stories are done stands beside the bar where that leaves a bar, else below. */
  private static Line bar(RunView view, int room, List<Line> body) {
    var percent = Words.percent(view.progress(), view.estimated());
    var count = ChecklistLines.count(view.checklist());
    var columns = room - BAR_LABEL.length() - PERCENT_LONGEST.length() - 1;
    var beside =
        count.isEmpty() || columns - GAP.length() - count.length() < BAR_LEAST ? "" : count;
    if (!beside.equals(count)) {
      body.add(Line.of(count, Ink.PLAIN));
    }
    // Where a jump was never measured, a finished bar is full all the same.
    var measured = view.stage() == Stage.SUCCEEDED ? view.progress() : view.measured();
    var left = beside.isEmpty() ? columns : columns - GAP.length() - beside.length();
    var spans = new ArrayList<Span>();
    spans.add(Span.plain(BAR_LABEL));
    spans.addAll(Bar.line(measured, view.progress(), Math.max(2, left)).spans());
    spans.add(new Span(" " + percent, view.estimated() ? Ink.ESTIMATED : Ink.STRONG));
    spans.add(Span.plain(beside.isEmpty() ? "" : padded(percent) + GAP + beside));
    return new Line(spans);
  }

  private static String padded(String percent) {
    return " ".repeat(Math.max(0, PERCENT_LONGEST.length() - percent.length()));
  }

  /** The most important lines first: in a low terminal the last ones are left out. */
  private static void body(RunView view, Duration elapsed, int room, int most, List<Line> lines) {
    standing(view, room, lines);
    lines.addAll(time(view, elapsed, room));
    text(view.notice().sentence(), room, Ink.TROUBLE, lines);
    text(view.checklist().trouble(), room, Ink.TROUBLE, lines);
    lines.addAll(ChecklistLines.criteria(view.checklist(), most - lines.size()));
    var companion = view.companion();
    if (companion != null) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(companion.name(), Ink.STRONG));
      text(companion.character(), room, Ink.PLAIN, lines);
      text(companion.standIn(), room, Ink.SOFT, lines);
    }
  }

  /** While a story is worked on it says more than any words of ours. */
  private static void standing(RunView view, int room, List<Line> lines) {
    var story = ChecklistLines.story(view.checklist());
    if (story.isEmpty() || view.ended()) {
      lines.add(Line.of(view.standing(), ink(view.stage())));
      if (!view.message().equals(view.standing())) {
        text(view.message(), room, Ink.PLAIN, lines);
      }
    }
    lines.addAll(story);
  }

  /** In one line where it fits, else what remains stands below. */
  private static List<Line> time(RunView view, Duration elapsed, int room) {
    var spent = TIME_LABEL + Words.duration(elapsed) + " elapsed";
    var remaining = view.remaining();
    var left = remaining == null || view.ended() ? "" : remaining.words(elapsed);
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
