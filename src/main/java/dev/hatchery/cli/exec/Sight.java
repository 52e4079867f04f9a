package dev.hatchery.cli.exec;

/**
 * How far a command is, as its terminal shows it.
 *
 * @param percent 0 to 99, measured, never less than before; its end alone makes it 100
 * @param message its bar or its last line, may be empty
 */
record Sight(double percent, String message) {
  /** Before anything was seen. */
  static final Sight NOTHING = new Sight(0, "");
}
