package dev.hatchery.cli;

import java.net.URI;

/** A Hatchery of this process. */
public interface RunningServer extends AutoCloseable {
  /** Where it is, such as {@code http://127.0.0.1:8000}. */
  URI address();

  /** Whoever stops it does not want to wait for its work, which is left to others. */
  default void hurry() {}

  /** Stops it and waits until it has given back the data directory. */
  @Override
  void close();
}
