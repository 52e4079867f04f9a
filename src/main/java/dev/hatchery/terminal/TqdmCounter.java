package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Style;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * tqdm's line without a drawn bar: {@code name: 4it [00:00, 6.65it/s]} when the total is unknown or
 * was passed, {@code 25% 1/4 [00:00<00:00, 4.00it/s]} when it knows no window size.
 */
final class TqdmCounter {

  private static final int TOKEN_MOST = 40;
  // Each try reads on to the closing bracket: a line of openings must not cost its square.
  private static final int TRIES_MOST = 8;

  private TqdmCounter() {}

  static Optional<Sighting> find(String text) {
    int at = text.indexOf(" [");
    for (int tries = 0; at >= 0 && tries < TRIES_MOST; at = text.indexOf(" [", at + 1)) {
      int from = text.lastIndexOf(' ', at - 1) + 1;
      if (at - from <= TOKEN_MOST && from < at && Scan.digit(text.charAt(from))) {
        tries++;
        Optional<Sighting> seen = token(text, from, at);
        if (seen.isPresent()) {
          return seen;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Sighting> token(String text, int from, int to) {
    Optional<Stats> stats = Stats.read(new Scan(text, to + 1));
    if (stats.isEmpty() || stats.get().unit().isEmpty()) {
      return Optional.empty();
    }
    Scan token = new Scan(text.substring(from, to), 0);
    OptionalDouble count = token.size();
    return token.sees('/')
        ? withTotal(text, from, count, token, stats.get())
        : withoutTotal(text, from, count, token.rest(), stats.get());
  }

  private static Optional<Sighting> withoutTotal(
      String text, int from, OptionalDouble count, String unit, Stats stats) {
    boolean counted = !unit.isEmpty() && unit.chars().allMatch(Character::isLetter);
    OptionalDouble none = OptionalDouble.empty();
    return Description.before(text, from)
        .filter(name -> counted)
        .map(name -> sighting(name, none, count, none, stats));
  }

  private static Optional<Sighting> withTotal(
      String text, int end, OptionalDouble count, Scan token, Stats stats) {
    token.take('/');
    OptionalDouble total = token.size();
    int percentSign = end - 2;
    int from =
        text.startsWith("% ", percentSign) ? TqdmBar.digitsBefore(text, percentSign) : percentSign;
    if (total.isEmpty() || from >= percentSign) {
      return Optional.empty();
    }
    OptionalDouble percent = TqdmBar.percent(text.substring(from, percentSign));
    return Description.before(text, from).map(name -> sighting(name, percent, count, total, stats));
  }

  private static Sighting sighting(
      String name, OptionalDouble percent, OptionalDouble count, OptionalDouble total, Stats s) {
    Bar bar = new Bar(name, percent, count, total, s.unit(), s.postfix(), Style.TQDM, false);
    return new Sighting(bar, true, s.tail());
  }
}
