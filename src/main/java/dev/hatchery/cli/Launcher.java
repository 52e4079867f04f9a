package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.util.function.Supplier;

/** Starts a Hatchery in this process. */
@FunctionalInterface
public interface Launcher {
  /**
   * Starts it and waits until it can be reached.
   *
   * @param settings are read while the rest starts; what reading them throws is thrown
   * @throws CommandException with a sentence when it cannot start: the data directory is held by
   *     another one, its database is newer or broken, the port is taken
   */
  RunningServer launch(Supplier<Config> settings);
}
