package dev.hatchery.cli.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One line of a frame. */
public record Line(List<Span> spans) {
  /** A line without anything. */
  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  /** A line of these pieces, in order. */
  public static Line of(Span... spans) {
    return new Line(Arrays.asList(spans));
  }

  /** A line of one piece. */
  public static Line of(String text, Ink ink) {
    return of(new Span(text, ink));
  }

  /** Its text, without inks. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** The columns it takes. */
  public int width() {
    return spans.stream().mapToInt(Span::width).sum();
  }

  /** The same line with another one after it. */
  public Line and(Line next) {
    var all = new ArrayList<>(spans);
    all.addAll(next.spans);
    return new Line(all);
  }

  /** The same line in exactly so many columns, cut with an ellipsis or filled with spaces. */
  public Line fitted(int columns) {
    var fitted = new ArrayList<Span>();
    var left = columns;
    for (var span : spans) {
      var piece = span.fitted(left);
      fitted.add(piece);
      left -= piece.width();
      if (piece.width() < span.width()) {
        break;
      }
    }
    fitted.add(Span.plain(" ".repeat(left)));
    return new Line(fitted);
  }

  String painted(boolean colour) {
    return spans.stream()
        .map(span -> colour ? span.ink().paint(span.text()) : span.text())
        .collect(Collectors.joining());
  }
}
