package dev.hatchery.mission.tool.web;

/** Texts of strangers at a length that can be shown, on whole words where there are any. */
public final class Shortened {
  private Shortened() {}

  /** At most {@code most} characters of {@code text}, without controls. */
  public static String to(int most, String text) {
    var clean =
        text.replaceAll("[\\p{Cc}&&[^\n]]+", " ")
            .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    if (clean.length() <= most) {
      return clean;
    }
    var space = clean.lastIndexOf(' ', most - 1);
    var end = space > most / 2 ? space : most - 1;
    return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
