package dev.hatchery.cli;

import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunView;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Shows nothing until the end, but says when there is something the matter. */
final class QuietDisplay implements Display<RunView> {
  private final Console console;
  private Notice notice = Notice.NONE;

  QuietDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, RunView after, Duration elapsed) {
    notice = after.notice();
  }

  @Override
  public void idle(RunView view, Duration elapsed) {
    if (!view.notice().equals(notice)) {
      notice = view.notice();
      if (!notice.calm()) {
        console.warn(notice.sentence());
      }
    }
  }

  @Override
  public void close() {}
}
