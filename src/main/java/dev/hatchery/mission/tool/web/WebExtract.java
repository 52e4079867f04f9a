package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the page whose address stands in an objective. */
public final class WebExtract implements Tool {
  private static final double CONFIDENCE = 0.85;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final double FETCHED = 0.8;

  private final Vertx vertx;
  private final AllowedDomains allowed;
  private final Fetcher fetcher;

  /** Reads pages of {@code allowed} sites; connections close with the verticle. */
  public WebExtract(Vertx vertx, AllowedDomains allowed) {
    this(vertx, allowed, new Fetcher(vertx, allowed));
  }

  WebExtract(Vertx vertx, AllowedDomains allowed, Fetcher fetcher) {
    this.vertx = vertx;
    this.allowed = allowed;
    this.fetcher = fetcher;
  }

  @Override
  public ToolName name() {
    return new ToolName("web_extract");
  }

  @Override
  public Set<Category> serves() {
    return Set.of(Category.EXTRACT);
  }

  @Override
  public double confidence() {
    return CONFIDENCE;
  }

  @Override
  public @Nullable String lacks() {
    return allowed.none()
        ? "web_extract reads no site until missions.allowedDomains names some."
        : null;
  }

  @Override
  public Answer use(Call call) {
    var patience = LONGEST.compareTo(call.patience()) < 0 ? LONGEST : call.patience();
    var page = fetcher.fetch(address(call), patience, call.stopped());
    call.listener().measured(FETCHED, "The page is here; reading it.");
    // Megabytes of markup would otherwise hold up everybody else on this thread.
    var text = vertx.executeBlocking(() -> PageText.of(page), false).await();
    return new Answer(new Cards(text.cards()), "Read %s.".formatted(page.url()), 0);
  }

  private static String address(Call call) {
    return Links.first(call.objective() + " " + (call.scope() == null ? "" : call.scope()))
        .orElseThrow(() -> new ToolException("No address of a page found in the objective"));
  }
}
