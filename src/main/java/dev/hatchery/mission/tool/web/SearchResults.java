package dev.hatchery.mission.tool.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.json.Json;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.ArtifactContent.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The findings in a search engine's answer. */
final class SearchResults {
  private static final int CARDS_MOST = 10;
  private static final int TITLE_MOST = 200;
  private static final int TEXT_MOST = 500;
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]{1,2000}");
  private static final JsonMapper JSON = Json.strict(Exchange.MOST).build();

  private SearchResults() {}

  /**
   * The first ten that have an address.
   *
   * @throws ToolException when it is no answer of a search engine, or it has found nothing
   */
  static List<Card> read(String answer) {
    var results = results(answer);
    var cards = new ArrayList<Card>();
    for (var result : results) {
      var url = result.path("url").asText();
      if (cards.size() < CARDS_MOST && ADDRESS.matcher(url).matches()) {
        cards.add(card(result, url));
      }
    }
    if (cards.isEmpty()) {
      throw new ToolException("Nothing was found");
    }
    return cards;
  }

  private static JsonNode results(String answer) {
    try {
      var results = JSON.readTree(answer).path("results");
      if (results.isArray()) {
        return results;
      }
    } catch (JsonProcessingException e) {
      // It is as little an answer as one without results.
    }
    throw new ToolException("The search engine answered with something that is no list of results");
  }

  private static Card card(JsonNode result, String url) {
    var title = plain(TITLE_MOST, result.path("title").asText(""));
    return new Card(
        title.isBlank() ? url : title, url, plain(TEXT_MOST, result.path("content").asText("")));
  }

  /** Some engines mark what matches with tags. */
  private static String plain(int most, String text) {
    return Shortened.to(most, Jsoup.parseBodyFragment(text).text());
  }
}
