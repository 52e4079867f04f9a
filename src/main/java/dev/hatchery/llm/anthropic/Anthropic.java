package dev.hatchery.llm.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.config.Providers;
import dev.hatchery.llm.Checkup;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.Probe;
import dev.hatchery.llm.http.EventTranscript;
import dev.hatchery.llm.http.Exchange;
import dev.hatchery.llm.http.JsonText;
import dev.hatchery.llm.http.Provider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;

/** Anthropic's models, which give an answer its form by a tool that they must use. */
public final class Anthropic implements LanguageModel {
  private static final String PATH = "/v1/messages";
  private static final String VERSION = "2023-06-01";

  private final Vertx vertx;
  private final Providers.Anthropic settings;
  private final Provider provider;
  private final Exchange exchange;

  public Anthropic(Vertx vertx, Providers.Anthropic settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.provider =
        new Provider(
            "Anthropic", "llm.anthropic", settings.url(), settings.model(), settings.apiKey());
    this.exchange = new Exchange(vertx, provider);
  }

  @Override
  public String name() {
    return "anthropic:" + settings.model();
  }

  @Override
  public boolean local() {
    return provider.local();
  }

  @Override
  public Future<Void> write(Commission commission, Listener listener, Future<Void> cancelled) {
    var body = body(commission.message(), commission.tokens(settings.maxTokens()));
    body.put("system", commission.instructions());
    var form = commission.form();
    if (form != null) {
      body.putArray("tools")
          .addObject()
          .put("name", form.name())
          .put("description", form.purpose())
          .set("input_schema", form.schema());
      body.putObject("tool_choice").put("type", "tool").put("name", form.name());
    }
    return post(body, listener, cancelled);
  }

  @Override
  public Future<Checkup> check() {
    return new Probe(vertx, this)
        .ask((listener, late) -> post(body("Say: yes", 1), listener, late));
  }

  private ObjectNode body(String message, int maxTokens) {
    var body = JsonText.object();
    body.put("model", settings.model()).put("max_tokens", maxTokens).put("stream", true);
    body.putArray("messages").addObject().put("role", "user").put("content", message);
    return body;
  }

  private Future<Void> post(ObjectNode body, Listener listener, Future<Void> cancelled) {
    var headers =
        Map.of(
            "accept",
            "text/event-stream",
            "anthropic-version",
            VERSION,
            "x-api-key",
            settings.apiKey().reveal());
    var answer = new MessagesAnswer(exchange.complaints(), listener);
    return exchange.post(PATH, headers, body, new EventTranscript(answer), listener, cancelled);
  }
}
