package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Style;
import java.util.Optional;
import java.util.OptionalDouble;

/** stable-diffusion.cpp's bar: {@code |=====> | 2/20 - 2.31it/s}. */
final class SdcppBar {

  private static final int CELLS_LEAST = 10;
  private static final int CELLS_MOST = 400;

  private SdcppBar() {}

  static Optional<Sighting> find(String text) {
    Scan scan = new Scan(text, 0).spaces();
    if (!scan.take('|')) {
      return Optional.empty();
    }
    String cells = scan.takeWhile(c -> " =>#".indexOf(c) >= 0, CELLS_MOST);
    if (cells.length() < CELLS_LEAST || !scan.take('|')) {
      return Optional.empty();
    }
    return numbers(scan.spaces(), cells);
  }

  private static Optional<Sighting> numbers(Scan scan, String cells) {
    OptionalDouble count = scan.size();
    if (count.isEmpty() || !scan.take('/')) {
      return Optional.empty();
    }
    OptionalDouble total = scan.size();
    if (total.isEmpty() || !scan.spaces().take('-')) {
      return Optional.empty();
    }
    String unit = Rate.unit(scan.spaces().rest().strip());
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    Style style =
        unit.equals("B") || cells.indexOf('#') >= 0 ? Style.SDCPP_LOADING : Style.SDCPP_STEPS;
    Bar bar = new Bar("", OptionalDouble.empty(), count, total, unit, "", style, false);
    return Optional.of(new Sighting(bar, true, ""));
  }
}
