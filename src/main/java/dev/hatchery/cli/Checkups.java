package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.util.function.Consumer;

/** Tries what the settings name. */
@FunctionalInterface
public interface Checkups {
  /**
   * What was found of one part.
   *
   * @param part such as {@code model}
   * @param sentence what was found, and what to do when it is not well; holds no keys
   */
  record Finding(String part, boolean well, String sentence) {}

  /**
   * Asks each part for as little as shows that it works, which may take a minute.
   *
   * @param paint whether the renderer paints a whole picture, however long it may take
   * @param found hears of each part as soon as it was asked
   */
  void examine(Config config, boolean paint, Consumer<Finding> found);
}
