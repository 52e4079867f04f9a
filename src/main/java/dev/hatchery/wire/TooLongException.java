package dev.hatchery.wire;

/** The other side sends a line or an event longer than was agreed to hold in memory. */
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLongException(String what, int most) {
    super("%s is longer than %,d bytes".formatted(what, most));
  }
}
