package dev.hatchery.bench;

/**
 * Finds the marked events of a stream in its bytes, however they are cut: an event's id in a line
 * {@code id: 7}, and in its data a mark {@code @@number:nanoseconds@@}.
 */
final class StreamScan {
  private enum State {
    BEFORE,
    LINE,
    ID_NAME,
    ID,
    ONE_SIGN,
    NUMBER,
    TIME,
    CLOSING
  }

  private static final String ID_NAME = "id: ";

  private State state = State.LINE;
  private int named;
  private long id;
  private long number;
  private long sentAt;

  /** Hears of every marked event. */
  interface Found {
    /**
     * One was found.
     *
     * @param id its place in the journal
     * @param number what its publisher calls it
     * @param sentAt when it was sent, by {@link System#nanoTime}
     */
    void found(long id, long number, long sentAt);
  }

  /** The mark of an event that is sent now. */
  static String mark(long number) {
    return "@@" + number + ":" + System.nanoTime() + "@@";
  }

  /** Takes the next byte. */
  void take(byte next, Found found) {
    if (next == '\n') {
      state = State.LINE;
      named = 0;
      return;
    }
    switch (state) {
      case LINE, ID_NAME -> name(next);
      case BEFORE -> state = next == '@' ? State.ONE_SIGN : State.BEFORE;
      case ONE_SIGN -> {
        state = next == '@' ? State.NUMBER : State.BEFORE;
        number = 0;
        sentAt = 0;
      }
      case ID -> id = 10 * id + digit(next);
      case NUMBER -> {
        if (next == ':') {
          state = State.TIME;
        } else {
          number = 10 * number + digit(next);
        }
      }
      case TIME -> {
        if (next == '@') {
          state = State.CLOSING;
        } else {
          sentAt = 10 * sentAt + digit(next);
        }
      }
      case CLOSING -> {
        state = State.BEFORE;
        found.found(id, number, sentAt);
      }
    }
  }

  private void name(byte next) {
    if (next != ID_NAME.charAt(named)) {
      state = State.BEFORE;
    } else if (++named == ID_NAME.length()) {
      state = State.ID;
      id = 0;
    } else {
      state = State.ID_NAME;
    }
  }

  private static int digit(byte next) {
    if (next < '0' || next > '9') {
      throw new AssertionError("a number is broken by " + (char) next);
    }
    return next - '0';
  }
}
