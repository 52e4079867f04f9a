package dev.hatchery.terminal;

/**
 * The size of a terminal's window in characters.
 *
 * @param columns 1..32767
 * @param rows 1..32767
 */
public record Window(int columns, int rows) {

  /** Wide enough for any bar with its name; a narrow one would cut its numbers off. */
  public static final Window WIDE = new Window(200, 50);

  private static final int MOST = Short.MAX_VALUE;

  /** Throws {@link IllegalArgumentException} when outside its range: 0 means no window at all. */
  public Window {
    if (columns < 1 || columns > MOST || rows < 1 || rows > MOST) {
      throw new IllegalArgumentException(
          "a window has 1 to %d columns and rows, not %d and %d".formatted(MOST, columns, rows));
    }
  }
}
