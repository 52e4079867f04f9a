package dev.hatchery.cli;

import dev.hatchery.cli.screen.DisplayWidth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in columns as wide as their widest cell. */
final class Table {
  private static final int GAP = 2;

  private Table() {}

  static List<String> lines(List<String> head, List<List<String>> rows) {
    var all = Stream.concat(Stream.of(head), rows.stream()).toList();
    var widths =
        IntStream.range(0, head.size())
            .map(
                column ->
                    all.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (var i = 0; i < widths.length; i++) {
      var cell = row.get(i);
      line.append(cell).append(" ".repeat(widths[i] - DisplayWidth.of(cell) + GAP));
    }
    return line.toString().stripTrailing();
  }
}
