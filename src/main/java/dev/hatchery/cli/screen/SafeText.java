package dev.hatchery.cli.screen;

/**
 * Text of strangers, made harmless for a terminal: whatever could move the cursor, change its
 * state, make it answer or turn the direction of writing is gone.
 */
public final class SafeText {
  private static final int SKIN_TONE_FIRST = 0x1F3FB;
  private static final int SKIN_TONE_LAST = 0x1F3FF;
  private static final int SELECTOR_FIRST = 0xFE00;
  private static final int SELECTOR_LAST = 0xFE0F;
  private static final int MORE_SELECTORS_FIRST = 0xE0100;
  private static final int MORE_SELECTORS_LAST = 0xE01EF;

  private SafeText() {}

  /**
   * One line of plain characters. Line ends and tabs become spaces; controls, format characters
   * (those of direction and those that join emoji among them) and halves of surrogate pairs vanish.
   */
  public static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  /** Whether a terminal draws this character and does nothing else. */
  static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> !changesNeighbour(point);
    };
  }

  private static void append(StringBuilder safe, int point) {
    if (point == '\t' || point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
      safe.append(' ');
    } else if (harmless(point)) {
      safe.appendCodePoint(point);
    }
  }

  /** Terminals disagree about how wide the neighbour of such a character becomes. */
  private static boolean changesNeighbour(int point) {
    return (point >= SELECTOR_FIRST && point <= SELECTOR_LAST)
        || (point >= MORE_SELECTORS_FIRST && point <= MORE_SELECTORS_LAST)
        || (point >= SKIN_TONE_FIRST && point <= SKIN_TONE_LAST);
  }
}
