package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a search engine that answers like SearXNG: {@code GET …?q=…&format=json}, {@code
 * {"results":[{"url","title","content"}]}}.
 */
public final class WebSearch implements Tool {
  private static final double CONFIDENCE = 0.85;
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private final @Nullable URI engine;
  private final Exchange exchange;

  /**
   * A tool that opens no connection yet.
   *
   * @param engine http or https, from the settings and therefore trusted to be anywhere; or null
   */
  public WebSearch(Vertx vertx, @Nullable URI engine) {
    this.engine = engine;
    this.exchange = new Exchange(vertx);
  }

  @Override
  public ToolName name() {
    return new ToolName("web_search");
  }

  @Override
  public Set<Category> serves() {
    return Set.of(Category.SEARCH);
  }

  @Override
  public double confidence() {
    return CONFIDENCE;
  }

  @Override
  public @Nullable String lacks() {
    return engine == null ? "web_search needs a search engine in missions.searchUrl." : null;
  }

  @Override
  public Answer use(Call call) {
    if (engine == null) {
      throw new ToolException("No search engine is configured");
    }
    var words = SearchWords.of(call);
    var patience = LONGEST.compareTo(call.patience()) < 0 ? LONGEST : call.patience();
    var options =
        Addressed.to(URI.create(query(engine, words))).putHeader("accept", "application/json");
    var reply = exchange.send(options, Buffer.buffer(), patience, call.stopped()).await();
    check(reply);
    var cards = SearchResults.read(reply.body().toString());
    var count = cards.size() == 1 ? "1 page" : cards.size() + " pages";
    return new Answer(new Cards(cards), "Found %s about %s.".formatted(count, words), 0);
  }

  private static String query(URI engine, String words) {
    var query = "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&format=json";
    var before = engine.toString();
    return before + (before.contains("?") ? "&" : "?") + query;
  }

  private static void check(Reply reply) {
    switch (reply.status()) {
      case TOO_MANY -> throw new ToolException("The search engine has too much to do");
      case FORBIDDEN ->
          throw new ToolException(
              "The search engine gives no JSON; SearXNG needs json among its search.formats");
      default -> {
        if (!reply.well()) {
          throw new ToolException(
              "The search engine answered with status %d".formatted(reply.status()));
        }
      }
    }
  }
}
