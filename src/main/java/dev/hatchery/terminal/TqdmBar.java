package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Style;
import java.util.Optional;
import java.util.OptionalDouble;

/** tqdm's bar: {@code name: 50%|█████ | 1/2 [00:14<00:14, 14.18s/it]}, whole or cut off. */
final class TqdmBar {

  private static final int PERCENT_DIGITS = 3;
  private static final int CELLS_MOST = 1000;
  private static final int UNIT_MOST = 3;

  private TqdmBar() {}

  static Optional<Sighting> find(String text) {
    for (int at = text.indexOf("%|"); at >= 0; at = text.indexOf("%|", at + 1)) {
      int from = digitsBefore(text, at);
      Optional<String> name = from == at ? Optional.empty() : Description.before(text, from);
      if (name.isPresent()) {
        return cells(name.get(), percent(text.substring(from, at)), new Scan(text, at + 2));
      }
    }
    return Optional.empty();
  }

  static int digitsBefore(String text, int end) {
    int from = end;
    while (from > 0 && end - from < PERCENT_DIGITS && Scan.digit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  static OptionalDouble percent(String digits) {
    int percent = Integer.parseInt(digits);
    return percent <= 100 ? OptionalDouble.of(percent) : OptionalDouble.empty();
  }

  private static Optional<Sighting> cells(String name, OptionalDouble percent, Scan scan) {
    String cells = scan.takeWhile(c -> c != '|', CELLS_MOST);
    boolean closed = scan.take('|');
    if (!closed && !(scan.done() && drawn(cells))) {
      return Optional.empty();
    }
    OptionalDouble count = scan.spaces().size();
    if (count.isEmpty()) {
      return cut(name, percent, drawn(cells) && scan.done());
    }
    return numbers(name, percent, count, scan);
  }

  private static Optional<Sighting> cut(String name, OptionalDouble percent, boolean aBar) {
    OptionalDouble none = OptionalDouble.empty();
    Bar bar = new Bar(name, percent, none, none, "", "", Style.TQDM, false);
    return aBar ? Optional.of(new Sighting(bar, false, "")) : Optional.empty();
  }

  private static Optional<Sighting> numbers(
      String name, OptionalDouble percent, OptionalDouble count, Scan scan) {
    String unit = unit(scan);
    if (!scan.spaces().take('/')) {
      return cut(name, percent, scan.done());
    }
    OptionalDouble total = scan.spaces().size();
    unit(scan);
    scan.take('?');
    Optional<Stats> stats = Stats.read(scan.spaces());
    Bar bar =
        new Bar(
            name,
            percent,
            count,
            total,
            stats.map(Stats::unit).filter(u -> !u.isEmpty()).orElse(unit),
            stats.map(Stats::postfix).orElse(""),
            Style.TQDM,
            false);
    return Optional.of(new Sighting(bar, stats.isPresent(), stats.map(Stats::tail).orElse("")));
  }

  private static String unit(Scan scan) {
    return scan.takeWhile(Character::isLetter, UNIT_MOST);
  }

  static boolean drawn(String cells) {
    return cells.chars().allMatch(c -> block(c) || Scan.digit(c) || " #=>-.".indexOf(c) >= 0);
  }

  static boolean block(int c) {
    return c >= '\u2580' && c <= '\u259f';
  }
}
