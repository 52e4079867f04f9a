package dev.hatchery.cli.screen;

/** A piece of a line in one ink; the text is made safe here, so that no span can hold another. */
public record Span(String text, Ink ink) {
  public Span {
    text = SafeText.of(text);
  }

  /** In the ink of plain text. */
  public static Span plain(String text) {
    return new Span(text, Ink.PLAIN);
  }

  /** The columns it takes. */
  public int width() {
    return DisplayWidth.of(text);
  }

  Span fitted(int columns) {
    return new Span(Wrap.fit(text, columns), ink);
  }
}
