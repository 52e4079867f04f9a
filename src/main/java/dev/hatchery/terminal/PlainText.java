package dev.hatchery.terminal;

/**
 * What a terminal's bytes leave as plain lines, for a file or a pipe: of a line that is written
 * over and over what it showed last, of lines above that are drawn anew only the first, and of all
 * else a terminal understands nothing. Not for several threads.
 */
public final class PlainText {

  private static final int LINE_MOST = 64 * 1024;

  private final Utf8 utf8 = new Utf8();
  private final TerminalText terminal = new TerminalText(new Lines());
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private boolean overwritten;
  private int above;

  /** What the next {@code length} bytes leave; lines end in {@code \n}. */
  public String read(byte[] bytes, int length) {
    utf8.decode(bytes, length, terminal::accept);
    return taken();
  }

  /** What an unfinished last line leaves. */
  public String finish() {
    if (above == 0) {
      out.append(line);
    }
    line.setLength(0);
    return taken();
  }

  private String taken() {
    var taken = out.toString();
    out.setLength(0);
    return taken;
  }

  private final class Lines implements TerminalText.Sink {
    @Override
    public void text(char c) {
      if (overwritten) {
        overwritten = false;
        line.setLength(0);
      }
      line.append(c);
      if (line.length() >= LINE_MOST) {
        // Memory is bounded, so what is this long is on its way before its end.
        finishPiece();
      }
    }

    @Override
    public void tab() {
      text('\t');
    }

    @Override
    public void end(TerminalText.End end) {
      switch (end) {
        case RETURN -> overwritten = true;
        case NEWLINE -> down();
        case UP -> up();
      }
    }

    private void finishPiece() {
      if (above == 0) {
        out.append(line);
      }
      line.setLength(0);
    }

    private void down() {
      if (above == 0) {
        out.append(line).append('\n');
      } else {
        above--;
      }
      line.setLength(0);
      overwritten = false;
    }

    private void up() {
      above++;
      line.setLength(0);
      overwritten = false;
    }
  }
}
