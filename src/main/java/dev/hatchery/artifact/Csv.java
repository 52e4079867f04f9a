package dev.hatchery.artifact;

import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Table;
import dev.hatchery.protocol.ArtifactContent.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a mission as a table of RFC 4180. A spreadsheet takes what begins as a formula for
 * one and may run it; such a cell gets an apostrophe before it, unless it is a number.
 */
final class Csv {
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\p{Z}]*[-=+@|%＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d+(?:[.,]\\d+)*(?:[eE][-+]?\\d+)?%?");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]");
  private static final String END = "\r\n";

  private Csv() {}

  static String of(ArtifactContent content) {
    return switch (content) {
      case Cards cards ->
          table(
              List.of("title", "url", "text"),
              cards.cards().stream()
                  .map(
                      card ->
                          List.of(
                              card.title(), card.url() == null ? "" : card.url(), card.text())));
      case Equation equation ->
          table(
              List.of("expression", "result"),
              Stream.of(List.of(equation.expression(), equation.result())));
      case Table table -> table(table.columns(), table.rows().stream());
      case Chart chart ->
          table(
              List.of("label", chart.unit() == null ? "value" : "value in " + chart.unit()),
              chart.bars().stream().map(bar -> List.of(bar.label(), String.valueOf(bar.value()))));
      case Words words -> table(List.of("text"), Stream.of(List.of(words.text())));
    };
  }

  private static String table(List<String> columns, Stream<List<String>> rows) {
    return Stream.concat(Stream.of(columns), rows).map(Csv::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    var harmless =
        FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return NEEDS_QUOTES.matcher(harmless).find()
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }
}
