package dev.hatchery.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Lines between double rules, as wide as was asked for whatever stands in them. */
public final class Box {
  private static final int EDGES = 4;

  private final List<Line> lines = new ArrayList<>();
  private final int columns;

  /**
   * @param columns the whole box, its edges among them
   */
  public Box(int columns) {
    this.columns = columns;
    rule('╔', '╗');
  }

  /** The columns between the edges. */
  public int room() {
    return columns - EDGES;
  }

  /** Adds a line, cut where it does not fit. */
  public Box row(Line line) {
    lines.add(edge("║ ").and(line.fitted(room())).and(edge(" ║")));
    return this;
  }

  /** Adds a line with a word at its right end, where there is room for both. */
  public Box row(Line line, Span right) {
    var left = room() - right.width() - 1;
    return right.text().isEmpty() || left < room() / 2
        ? row(line)
        : row(line.fitted(left).and(Line.of(Span.plain(" "), right)));
  }

  /** Adds a rule from edge to edge. */
  public Box rule() {
    return rule('╠', '╣');
  }

  /** The closed box. */
  public List<Line> lines() {
    rule('╚', '╝');
    return List.copyOf(lines);
  }

  private Box rule(char left, char right) {
    lines.add(edge(left + "═".repeat(columns - 2) + right));
    return this;
  }

  private static Line edge(String text) {
    return Line.of(text, Ink.FRAME);
  }
}
