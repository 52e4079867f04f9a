package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Shown;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Prints every event as one line of JSON. */
final class JsonDisplay<V extends Shown> implements Display<V> {
  private final Console console;

  JsonDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void event(StreamEvent event, V after, Duration elapsed) {
    console.say(Facts.line(event));
  }

  @Override
  public void idle(V view, Duration elapsed) {}

  @Override
  public void close() {}
}
