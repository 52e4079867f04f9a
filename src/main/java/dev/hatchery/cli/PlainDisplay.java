package dev.hatchery.cli;

import dev.hatchery.wire.StreamEvent;
import java.time.Duration;
import java.util.Set;

/** Prints a line for every milestone, and for what lies between at most one in two seconds. */
final class PlainDisplay implements Display {
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Set<String> TICKS = Set.of("queued", "llm_progress", "avatar_progress");
  private static final Set<String> UNSAID = Set.of("beat", "gap", "snapshot");

  private final Console console;
  private Duration said = TICK.negated();
  private String notice = "";

  PlainDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, HatchView after, Duration elapsed) {
    notice = "";
    if (UNSAID.contains(event.type())
        || (TICKS.contains(event.type()) && elapsed.minus(said).compareTo(TICK) < 0)) {
      return;
    }
    said = elapsed;
    console.say(line(after));
    if (event.type().equals("backstory_complete")) {
      introduce(after);
    }
  }

  @Override
  public void idle(HatchView view, Duration elapsed) {
    if (!view.notice().equals(notice)) {
      notice = view.notice();
      console.say(notice);
    }
  }

  @Override
  public void close() {}

  private static String line(HatchView view) {
    var percent = Words.percent(view.progress(), view.estimated());
    return "%9s  %s"
        .formatted(percent, view.message().isEmpty() ? view.stage().words() : view.message());
  }

  private void introduce(HatchView view) {
    var companion = view.companion();
    if (companion != null) {
      console.say("           %s: %s".formatted(companion.name(), companion.character()));
    }
  }
}
