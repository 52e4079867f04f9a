package dev.hatchery.cli;

import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunView;
import dev.hatchery.cli.view.Words;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;
import java.util.Set;

/** Prints a line for every milestone, and for what lies between at most one in two seconds. */
final class PlainDisplay implements Display<RunView> {
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Set<String> UNSAID = Set.of("beat", "gap", "snapshot");

  private final Console console;
  private Duration said = TICK.negated();
  private Notice notice = Notice.NONE;

  PlainDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, RunView after, Duration elapsed) {
    notice = after.notice();
    if (UNSAID.contains(event.type())
        || (after.kind().ticks(event.type()) && elapsed.minus(said).compareTo(TICK) < 0)) {
      return;
    }
    said = elapsed;
    console.say(line(after));
    if (event.type().equals("backstory_complete")) {
      introduce(after);
    }
  }

  @Override
  public void idle(RunView view, Duration elapsed) {
    if (!view.notice().equals(notice)) {
      notice = view.notice();
      if (!notice.calm()) {
        console.say(notice.sentence());
      }
    }
  }

  @Override
  public void close() {}

  private static String line(RunView view) {
    var percent = Words.percent(view.progress(), view.estimated());
    return "%9s  %s"
        .formatted(percent, view.message().isEmpty() ? view.standing() : view.message());
  }

  private void introduce(RunView view) {
    var companion = view.companion();
    if (companion != null) {
      console.say("           %s: %s".formatted(companion.name(), companion.character()));
    }
  }
}
