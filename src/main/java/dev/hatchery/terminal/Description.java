package dev.hatchery.terminal;

import java.util.Optional;

/** The words before a tqdm bar: {@code Fetching 3 files: }. */
final class Description {

  private static final int NAME_MOST = 200;

  private Description() {}

  /**
   * The name of a bar that begins at {@code end}: empty when no words precede it, nothing when the
   * words do not end in a colon and a space, because then it is ordinary text that only mentions
   * numbers.
   */
  static Optional<String> before(String text, int end) {
    int words = end;
    while (words > 0 && text.charAt(words - 1) == ' ') {
      words--;
    }
    if (words == 0) {
      return Optional.of("");
    }
    if (words == end || text.charAt(words - 1) != ':') {
      return Optional.empty();
    }
    String name = text.substring(0, words - 1).strip();
    return Optional.of(name.length() > NAME_MOST ? name.substring(0, NAME_MOST) : name);
  }
}
