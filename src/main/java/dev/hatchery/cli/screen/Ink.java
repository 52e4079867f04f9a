package dev.hatchery.cli.screen;

/** How a piece of a line is drawn, named by what it means; every terminal has these. */
public enum Ink {
  PLAIN(""),
  FRAME("2"),
  STRONG("1"),
  SOFT("2"),
  MEASURED("33"),
  ESTIMATED("36"),
  TROUBLE("31");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text with the sequences that switch this ink on and off. */
  String paint(String text) {
    return code.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
