package dev.hatchery.cli;

import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Shows nothing until the end, but says when there is something the matter. */
final class QuietDisplay implements Display {
  private final Console console;
  private String notice = "";

  QuietDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, HatchView after, Duration elapsed) {
    notice = "";
  }

  @Override
  public void idle(HatchView view, Duration elapsed) {
    if (!view.notice().equals(notice)) {
      notice = view.notice();
      console.warn(notice);
    }
  }

  @Override
  public void close() {}
}
