package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Prints every event as one line of JSON. */
final class JsonDisplay implements Display {
  private final Console console;

  JsonDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, HatchView after, Duration elapsed) {
    console.say(Facts.line(event));
  }

  @Override
  public void idle(HatchView view, Duration elapsed) {}

  @Override
  public void close() {}
}
