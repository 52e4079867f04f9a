package dev.hatchery.llm.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.config.Providers;
import dev.hatchery.config.Secret;
import dev.hatchery.llm.Checkup;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Probe;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.http.Exchange;
import dev.hatchery.llm.http.JsonText;
import dev.hatchery.llm.http.LineTranscript;
import dev.hatchery.llm.http.Provider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;

/**
 * Models in Ollama, wherever it runs: it loads a model when it is first asked, which takes time.
 */
public final class Ollama implements LanguageModel {
  private static final String CHAT = "/api/chat";
  private static final String TAGS = "/api/tags";
  private static final long SEED_MOST = Integer.MAX_VALUE;
  private static final Map<String, String> HEADERS = Map.of("accept", "application/x-ndjson");

  private final Vertx vertx;
  private final Providers.Ollama settings;
  private final Exchange exchange;

  public Ollama(Vertx vertx, Providers.Ollama settings) {
    this.vertx = vertx;
    this.settings = settings.complete();
    var complete = this.settings;
    this.exchange =
        new Exchange(
            vertx,
            new Provider("Ollama", "llm.ollama", complete.url(), complete.model(), Secret.NONE));
  }

  @Override
  public String name() {
    return "ollama:" + settings.model();
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public Future<Void> write(Commission commission, Listener listener, Future<Void> cancelled) {
    var body = JsonText.object();
    body.put("model", settings.model()).put("stream", true).put("think", false);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", commission.instructions());
    messages.addObject().put("role", "user").put("content", commission.message());
    var form = commission.form();
    if (form != null) {
      body.set("format", form.schema());
    }
    body.putObject("options")
        .put("seed", commission.seed() & SEED_MOST)
        .put("num_predict", commission.tokens(settings.maxTokens()));
    return post(body, listener, cancelled).recover(this::missing);
  }

  @Override
  public Future<Checkup> check() {
    var body = JsonText.object();
    body.put("model", settings.model()).put("stream", true).put("think", false);
    body.putArray("messages").addObject().put("role", "user").put("content", "Say: yes");
    body.putObject("options").put("num_predict", 1);
    return new Probe(vertx, this)
        .ask((listener, late) -> post(body, listener, late).recover(this::named));
  }

  /** Names the models that there are when ours is not among them. */
  private Future<Void> named(Throwable failure) {
    if (!(failure instanceof ModelException known) || known.trouble() != Trouble.UNKNOWN) {
      return Future.failedFuture(failure);
    }
    var tags = new TagsAnswer();
    return exchange
        .get(TAGS, HEADERS, new LineTranscript(tags))
        .otherwiseEmpty()
        .compose(
            any ->
                Future.failedFuture(
                    ModelException.lasting(
                        Trouble.UNKNOWN, pull() + " It has: " + tags.names() + ".")));
  }

  private Future<Void> missing(Throwable failure) {
    return Future.failedFuture(
        failure instanceof ModelException known && known.trouble() == Trouble.UNKNOWN
            ? ModelException.lasting(Trouble.UNKNOWN, pull())
            : failure);
  }

  private String pull() {
    return "Ollama has no model %1$s; get it with: ollama pull %1$s.".formatted(settings.model());
  }

  private Future<Void> post(ObjectNode body, Listener listener, Future<Void> cancelled) {
    var answer = new OllamaAnswer(exchange.complaints(), listener);
    return exchange.post(CHAT, HEADERS, body, new LineTranscript(answer), listener, cancelled);
  }
}
