package dev.hatchery.cli;

import dev.hatchery.cli.view.Shown;

/** Chooses how something is shown that goes on. */
final class Displays {
  private final HatcheryCommand root;
  private final Console console;

  Displays(HatcheryCommand root, Console console) {
    this.root = root;
    this.console = console;
  }

  /**
   * Lines of JSON for machines; else drawn in place where that is wanted and can be.
   *
   * @param otherwise where it is not wanted
   * @param plain where it is, but cannot be
   */
  <V extends Shown> Display<V> of(
      boolean stream, Screen<V> screen, Display<V> otherwise, Display<V> plain) {
    if (root.json()) {
      return new JsonDisplay<>(console);
    }
    if (!stream) {
      return otherwise;
    }
    return console
        .canvas()
        .<Display<V>>map(size -> new LiveDisplay<>(console, screen, size))
        .orElse(plain);
  }
}
