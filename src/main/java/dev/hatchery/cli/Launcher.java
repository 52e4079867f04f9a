package dev.hatchery.cli;

import dev.hatchery.config.Config;

/** Starts a Hatchery in this process. */
@FunctionalInterface
public interface Launcher {
  /**
   * Starts it and waits until it can be reached.
   *
   * @throws CommandException with a sentence when it cannot start: the data directory is held by
   *     another one, its database is newer or broken, the port is taken
   */
  RunningServer launch(Config config);
}
