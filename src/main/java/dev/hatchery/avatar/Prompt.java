package dev.hatchery.avatar;

import java.nio.charset.StandardCharsets;

/** What a renderer is told to paint, made safe to be an argument. */
final class Prompt {

  // Linux takes 128 KiB per argument; no renderer reads that much.
  private static final int BYTES_MOST = 8192;

  private Prompt() {}

  /** One line without control characters, at most 8 KiB in UTF-8, cut between two characters. */
  static String clean(String words) {
    StringBuilder clean = new StringBuilder();
    int bytes = 0;
    for (int c : words.codePoints().map(Prompt::harmless).toArray()) {
      String character = Character.toString(c);
      bytes += character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > BYTES_MOST) {
        break;
      }
      clean.append(character);
    }
    return clean.toString().replaceAll(" {2,}", " ").strip();
  }

  private static int harmless(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return Character.isISOControl(c) || surrogate ? ' ' : c;
  }
}
