package dev.hatchery.cli;

import dev.hatchery.cli.view.Shown;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;

/** Shows what is watched while it goes on. One thread shows; another may close it at any moment. */
interface Display<V extends Shown> extends AutoCloseable {
  /** An event arrived. */
  void event(StreamEvent event, V after, Duration elapsed);

  /** Nothing arrived, but time has passed or there is a notice. */
  void idle(V view, Duration elapsed);

  /** Gives the terminal back as it was found. */
  @Override
  void close();
}
