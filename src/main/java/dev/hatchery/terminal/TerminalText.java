package dev.hatchery.terminal;

/**
 * Takes a terminal's characters apart into plain text and the places where the cursor leaves it.
 * Everything else a terminal understands is dropped, so nothing can reach a reader's own terminal.
 */
final class TerminalText {

  /** How a stretch of text ended. */
  enum End {
    RETURN,
    NEWLINE,
    UP
  }

  /** Receives the text. */
  interface Sink {
    void text(char c);

    /** A tabulator; where columns do not matter it is a space. */
    default void tab() {
      text(' ');
    }

    void end(End end);
  }

  private enum State {
    TEXT,
    ESCAPE,
    CSI,
    STRING
  }

  private static final char ESC = 0x1b;
  private static final char CSI_8_BIT = 0x9b;
  private static final char NEXT_LINE_8_BIT = 0x85;
  private static final String STRINGS_8_BIT = "\u0090\u0098\u009d\u009e\u009f";

  private final Sink sink;
  private State state = State.TEXT;

  TerminalText(Sink sink) {
    this.sink = sink;
  }

  void accept(char c) {
    // A sequence never spans a line: a broken one must not swallow what follows it.
    if (c == '\r') {
      leave(End.RETURN);
    } else if (c == '\n' || c == '\f' || c == 0x0b || c == NEXT_LINE_8_BIT) {
      leave(End.NEWLINE);
    } else if (c == ESC) {
      state = State.ESCAPE;
    } else {
      within(c);
    }
  }

  private void leave(End end) {
    state = State.TEXT;
    sink.end(end);
  }

  private void within(char c) {
    switch (state) {
      case TEXT -> plain(c);
      case ESCAPE -> escape(c);
      case CSI -> csi(c);
      case STRING -> string(c);
    }
  }

  private void plain(char c) {
    if (c == CSI_8_BIT) {
      state = State.CSI;
    } else if (STRINGS_8_BIT.indexOf(c) >= 0) {
      state = State.STRING;
    } else if (c == '\t') {
      sink.tab();
    } else if (!Character.isISOControl(c) && !reordersText(c)) {
      sink.text(c);
    }
  }

  private void escape(char c) {
    switch (c) {
      case '[' -> state = State.CSI;
      case ']', 'P', 'X', '^', '_' -> state = State.STRING;
      default -> {
        // ESC ( B and the like: intermediates come before the final character.
        if (c < 0x20 || c > 0x2f) {
          state = State.TEXT;
        }
      }
    }
  }

  private void csi(char c) {
    if (c < 0x40 || c > 0x7e) {
      return;
    }
    state = State.TEXT;
    switch (c) {
      case 'A', 'F' -> sink.end(End.UP);
      case 'B', 'E' -> sink.end(End.NEWLINE);
      case 'G', 'H', 'f', 'd' -> sink.end(End.RETURN);
      default -> {
        // Colours, erasing, questions to the terminal: no text.
      }
    }
  }

  private void string(char c) {
    if (c == 0x07 || c == 0x9c) {
      state = State.TEXT;
    }
  }

  private static boolean reordersText(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u2028';
  }
}
