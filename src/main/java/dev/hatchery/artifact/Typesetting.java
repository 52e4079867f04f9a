package dev.hatchery.artifact;

/** An expression as one would write it by hand. */
final class Typesetting {
  private Typesetting() {}

  static String of(String expression) {
    return PlainLine.of(expression).replace('*', '×').replace('-', '−').replace('/', '÷');
  }
}
