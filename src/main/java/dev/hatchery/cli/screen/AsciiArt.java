package dev.hatchery.cli.screen;

/** Our drawing characters for terminals whose character set has none, column for column. */
public final class AsciiArt {
  private static final String DRAWN = "═║╔╗╚╝╠╣█▒░…·–—≈×’";
  private static final String PLAIN = "=|++++++#~..---~x'";

  private AsciiArt() {}

  /** The text with each of them replaced. */
  public static String of(String text) {
    return text.codePoints()
        .map(AsciiArt::replaced)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int replaced(int point) {
    var index = DRAWN.indexOf(point);
    return index < 0 ? point : PLAIN.charAt(index);
  }
}
