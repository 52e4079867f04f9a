package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Style;
import java.util.Optional;
import java.util.OptionalDouble;

/** A download's bar that hides its percentage: {@code Downloading bytes: ███ | 2.00GB}. */
final class SizeBar {

  private static final int CELLS_LEAST = 5;

  private SizeBar() {}

  static Optional<Sighting> find(String text) {
    int end = text.lastIndexOf('|');
    int cells = cellsBefore(text, end);
    if (end - cells < CELLS_LEAST) {
      return Optional.empty();
    }
    int head = cells > 0 && text.charAt(cells - 1) == '|' ? cells - 1 : cells + 1;
    OptionalDouble count = new Scan(text, end + 1).spaces().size();
    return Description.before(text, head)
        .filter(name -> !name.isEmpty() && count.isPresent())
        .map(name -> sighting(name, count));
  }

  private static int cellsBefore(String text, int end) {
    int from = end;
    while (from > 0 && (text.charAt(from - 1) == ' ' || TqdmBar.block(text.charAt(from - 1)))) {
      from--;
    }
    return from;
  }

  private static Sighting sighting(String name, OptionalDouble count) {
    OptionalDouble none = OptionalDouble.empty();
    Bar bar = new Bar(name, none, count, none, "B", "", Style.TQDM, false);
    return new Sighting(bar, false, "");
  }
}
