package dev.hatchery.terminal;

import java.io.IOException;

/** The program does not exist or may not be run; the message is a sentence that names it. */
public final class MissingCommandException extends IOException {
  private static final long serialVersionUID = 1;

  MissingCommandException(String sentence) {
    super(sentence);
  }
}
