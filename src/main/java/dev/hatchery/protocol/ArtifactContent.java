package dev.hatchery.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool made. Texts are plain, of any origin and therefore untrusted: whoever shows them
 * escapes them.
 */
public sealed interface ArtifactContent {
  /** Findings, the best first. */
  record Cards(List<Card> cards) implements ArtifactContent {
    public Cards {
      cards = List.copyOf(cards);
    }
  }

  /**
   * One finding.
   *
   * @param url where it was found, http or https, or null
   */
  record Card(String title, @Nullable String url, String text) {}

  /**
   * A calculation.
   *
   * @param expression as it was understood, such as {@code 2400 * 17 / 100}
   * @param result in decimal digits, such as {@code 408}
   */
  record Equation(String expression, String result) implements ArtifactContent {}

  /** Rows that all have as many cells as there are columns. */
  record Table(List<String> columns, List<List<String>> rows) implements ArtifactContent {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      var width = columns.size();
      if (rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("each row must have %d cells".formatted(width));
      }
    }
  }

  /**
   * Numbers to compare.
   *
   * @param unit of the values, such as {@code °C}, or null
   */
  record Chart(@Nullable String unit, List<Bar> bars) implements ArtifactContent {
    public Chart {
      bars = List.copyOf(bars);
    }
  }

  /** One number of a chart; finite. */
  record Bar(String label, double value) {
    public Bar {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a bar's value must be finite");
      }
    }
  }

  /** Prose; line ends are {@code \n}. */
  record Words(String text) implements ArtifactContent {}
}
