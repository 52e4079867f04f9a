package dev.hatchery.mission.tool.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of pages that stand in a text. */
public final class Links {
  private static final String END = "[^\\s<>\"'`]*[^\\s<>\"'`.,;:!?)\\]}]";
  private static final Pattern WHOLE =
      Pattern.compile("\\bhttps?://" + END, Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w@./-])(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}\\b(?:/" + END + "|/)?(?!@)",
          Pattern.CASE_INSENSITIVE);

  private Links() {}

  /**
   * The first address in {@code text}; {@code example.org/news} counts as {@code
   * https://example.org/news} where there is none with a scheme.
   */
  public static Optional<String> first(String text) {
    var whole = WHOLE.matcher(text);
    if (whole.find()) {
      return Optional.of(whole.group());
    }
    var bare = BARE.matcher(text);
    return bare.find() ? Optional.of("https://" + bare.group()) : Optional.empty();
  }
}
