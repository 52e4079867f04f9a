package dev.hatchery.cli;

import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Shows a hatching while it goes on. One thread shows; another may close it at any moment. */
interface Display extends AutoCloseable {
  /** An event arrived. */
  void event(StreamEvent event, HatchView after, Duration elapsed);

  /** Nothing arrived, but time has passed or there is a notice. */
  void idle(HatchView view, Duration elapsed);

  /** Gives the terminal back as it was found. */
  @Override
  void close();
}
