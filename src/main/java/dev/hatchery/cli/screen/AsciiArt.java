package dev.hatchery.cli.screen;

import java.util.Map;
import java.util.stream.Collectors;

/** Our drawing characters for terminals whose character set has none, column for column. */
public final class AsciiArt {
  private static final String DRAWN = "═║╔╗╚╝╠╣█▒░…·–—≈×’○✗";
  private static final String PLAIN = "=|++++++#~..---~x'ox";

  /** Two columns wide, as what replaces them. */
  private static final Map<Integer, String> WIDE =
      Map.of("✅".codePointAt(0), "ok", "⏳".codePointAt(0), "..");

  private AsciiArt() {}

  /** The text with each of them replaced. */
  public static String of(String text) {
    return text.codePoints().mapToObj(AsciiArt::replaced).collect(Collectors.joining());
  }

  private static String replaced(int point) {
    var index = DRAWN.indexOf(point);
    return index < 0
        ? WIDE.getOrDefault(point, Character.toString(point))
        : String.valueOf(PLAIN.charAt(index));
  }
}
