package dev.hatchery.terminal;

import java.util.Optional;

/** Knows what the bars of the programs we can read look like. */
final class BarGrammar {

  private BarGrammar() {}

  /** The bar in a stretch of text, if that is what it is. Takes time linear in the text. */
  static Optional<Sighting> find(String text) {
    return SdcppBar.find(text)
        .or(() -> TqdmBar.find(text))
        .or(() -> TqdmCounter.find(text))
        .or(() -> SizeBar.find(text));
  }
}
