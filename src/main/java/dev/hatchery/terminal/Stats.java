package dev.hatchery.terminal;

import java.util.Optional;

/**
 * The bracketed end of tqdm's bar: {@code [00:14<00:14, 14.18s/it, loss=0.1]}.
 *
 * @param unit of the rate, empty when there is none
 * @param postfix what follows the rate
 * @param tail text glued behind the bracket
 */
record Stats(String unit, String postfix, String tail) {

  private static final int TIME_MOST = 32;

  /** Reads from an opening bracket; empty when this is no such end, or not all of it. */
  static Optional<Stats> read(Scan scan) {
    if (!scan.take('[') || !time(scan)) {
      return Optional.empty();
    }
    if (scan.take('<') && !time(scan)) {
      return Optional.empty();
    }
    String rest = scan.rest();
    int close = closing(rest);
    if (close < 0 || (close > 0 && rest.charAt(0) != ',')) {
      return Optional.empty();
    }
    return Optional.of(
        of(rest.substring(Math.min(1, close), close).strip(), rest.substring(close + 1)));
  }

  private static Stats of(String inside, String tail) {
    int comma = inside.indexOf(',');
    String first = comma < 0 ? inside : inside.substring(0, comma);
    String unit = Rate.unit(first.strip());
    if (unit.isEmpty()) {
      return new Stats("", inside, tail.strip());
    }
    String postfix = comma < 0 ? "" : inside.substring(comma + 1).strip();
    return new Stats(unit, postfix, tail.strip());
  }

  private static boolean time(Scan scan) {
    return !scan.takeWhile(c -> Scan.digit(c) || c == ':' || c == '?' || c == '-', TIME_MOST)
        .isEmpty();
  }

  private static int closing(String text) {
    int depth = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
