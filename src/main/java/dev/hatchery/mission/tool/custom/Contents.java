package dev.hatchery.mission.tool.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.json.Json;
import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.web.Exchange;
import dev.hatchery.mission.tool.web.Shortened;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Card;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Table;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.ToolName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a tool of the user's answers: {@code {"kind":"table","content":{…},"summary":"…"}} with the
 * kinds and contents of artifacts, or else plain text.
 */
final class Contents {
  private static final int TEXT_MOST = 200_000;
  private static final int CELL_MOST = 2_000;
  private static final int ENTRIES_MOST = 1_000;
  private static final int COLUMNS_MOST = 50;
  private static final int SUMMARY_MOST = 300;
  private static final JsonMapper JSON = Json.strict(Exchange.MOST).build();

  private Contents() {}

  /**
   * Reads an answer of at most 2 MiB.
   *
   * @throws ToolException when it is empty, or has a kind but is not of it
   */
  static Answer answer(ToolName tool, String text) {
    if (text.isBlank()) {
      throw new ToolException("%s answered nothing".formatted(tool));
    }
    var json = json(text);
    if (json == null) {
      return new Answer(new Words(clean(TEXT_MOST, text)), "%s answered.".formatted(tool), 0);
    }
    var summary = json.path("summary").asText("");
    return new Answer(
        content(tool, json.path("kind").asText(), json.path("content")),
        summary.isBlank() ? "%s answered.".formatted(tool) : clean(SUMMARY_MOST, summary),
        0);
  }

  /** The object that says its kind; null for everything else, which is but text. */
  private static @Nullable JsonNode json(String text) {
    try {
      var read = text.stripLeading().startsWith("{") ? JSON.readTree(text) : null;
      return read != null && read.path("kind").isTextual() ? read : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static ArtifactContent content(ToolName tool, String kind, JsonNode content) {
    try {
      return switch (kind) {
        case "cards" -> new Cards(list(content.path("cards"), ENTRIES_MOST, Contents::card));
        case "equation" -> new Equation(cell(content, "expression"), cell(content, "result"));
        case "table" ->
            new Table(
                list(content.path("columns"), COLUMNS_MOST, Contents::cell),
                list(content.path("rows"), ENTRIES_MOST, Contents::row));
        case "chart" ->
            new Chart(
                content.path("unit").asText(null),
                list(content.path("bars"), ENTRIES_MOST, Contents::bar));
        case "words" -> new Words(clean(TEXT_MOST, content.path("text").asText("")));
        default -> throw new IllegalArgumentException("its kind is none of artifacts");
      };
    } catch (IllegalArgumentException e) {
      throw new ToolException(
          "%s answered with something that is no %s: %s"
              .formatted(tool, clean(SUMMARY_MOST, kind), e.getMessage()));
    }
  }

  private static <T> List<T> list(JsonNode nodes, int most, Function<JsonNode, T> entry) {
    if (!nodes.isArray() || nodes.size() > most) {
      throw new IllegalArgumentException(
          "a list is missing, or has more than %d entries".formatted(most));
    }
    var entries = new ArrayList<T>();
    nodes.forEach(node -> entries.add(entry.apply(node)));
    return entries;
  }

  private static Card card(JsonNode node) {
    var url = node.path("url").asText("");
    return new Card(
        cell(node, "title"),
        url.matches("https?://[!-~]{1,2000}") ? url : null,
        cell(node, "text"));
  }

  private static List<String> row(JsonNode node) {
    return list(node, COLUMNS_MOST, Contents::cell);
  }

  private static Bar bar(JsonNode node) {
    if (!node.path("value").isNumber()) {
      throw new IllegalArgumentException("a bar's value must be a number");
    }
    return new Bar(cell(node, "label"), node.path("value").asDouble());
  }

  private static String cell(JsonNode node, String key) {
    return cell(node.path(key));
  }

  private static String cell(JsonNode node) {
    return clean(CELL_MOST, node.isValueNode() ? node.asText("") : "");
  }

  private static String clean(int most, String text) {
    return Shortened.to(most, text);
  }
}
