package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Board;
import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunView;
import dev.hatchery.cli.view.Words;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Prints a line for every milestone of any run, and for what lies between few. */
final class PlainBoardDisplay implements Display<Board> {
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Console console;
  private final Map<String, Duration> said = new HashMap<>();
  private Notice notice = Notice.LIVE;

  PlainBoardDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, Board after, Duration elapsed) {
    var run = Facts.of(event.data()).text("run_id");
    var row = after.rows().get(run);
    if (row == null || event.type().equals("beat") || tooSoon(event, run, row.view(), elapsed)) {
      return;
    }
    said.put(run, elapsed);
    said.keySet().retainAll(after.rows().keySet());
    console.say(line(row));
  }

  @Override
  public void idle(Board board, Duration elapsed) {
    if (!board.notice().equals(notice)) {
      notice = board.notice();
      console.say(notice.calm() ? notice.word() : notice.sentence());
    }
  }

  @Override
  public void close() {}

  private boolean tooSoon(StreamEvent event, String run, RunView view, Duration elapsed) {
    var last = said.get(run);
    return last != null
        && view.kind().ticks(event.type())
        && elapsed.minus(last).compareTo(TICK) < 0;
  }

  private static String line(Board.Row row) {
    var view = row.view();
    var message = view.message().isEmpty() ? view.standing() : view.message();
    return "%5s  %9s  %s: %s"
        .formatted(
            row.number(), Words.percent(view.progress(), view.estimated()), view.title(), message);
  }
}
