package dev.hatchery.llm.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.config.Providers;
import dev.hatchery.llm.Checkup;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.Form;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Probe;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.http.EventTranscript;
import dev.hatchery.llm.http.Exchange;
import dev.hatchery.llm.http.JsonText;
import dev.hatchery.llm.http.Provider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's models, and those of every server that speaks like it. They are given the answer's
 * schema; a server that knows no schemas is asked once more without.
 */
public final class OpenAi implements LanguageModel {
  private static final String PATH = "/chat/completions";

  private final Vertx vertx;
  private final Providers.OpenAi settings;
  private final Provider provider;
  private final Exchange exchange;
  private boolean plain;

  public OpenAi(Vertx vertx, Providers.OpenAi settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.provider =
        new Provider(
            settings.vendor() ? "OpenAI" : "The server",
            "llm.openai",
            settings.url(),
            settings.model(),
            settings.apiKey());
    this.exchange = new Exchange(vertx, provider);
  }

  @Override
  public String name() {
    return "openai:" + settings.model();
  }

  @Override
  public boolean local() {
    return provider.local();
  }

  @Override
  public Future<Void> write(Commission commission, Listener listener, Future<Void> cancelled) {
    var body = body(commission.tokens(settings.maxTokens()));
    body.withArray("messages")
        .addObject()
        .put("role", "system")
        .put("content", commission.instructions());
    say(body, commission.message());
    if (plain) {
      return post(body, listener, cancelled);
    }
    return post(whole(body, commission.form()), listener, cancelled)
        .recover(
            failure ->
                rejected(failure)
                    ? post(body, listener, cancelled).onSuccess(heard -> plain = true)
                    : Future.failedFuture(failure));
  }

  @Override
  public Future<Checkup> check() {
    var body = body(1);
    say(body, "Say: yes");
    return new Probe(vertx, this).ask((listener, late) -> post(body, listener, late));
  }

  private static boolean rejected(Throwable failure) {
    return failure instanceof ModelException known && known.trouble() == Trouble.REJECTED;
  }

  private ObjectNode body(int maxTokens) {
    var body = JsonText.object();
    body.put("model", settings.model()).put("stream", true);
    // OpenAI's newer models refuse the old name, and other servers do not know the new one.
    body.put(settings.vendor() ? "max_completion_tokens" : "max_tokens", maxTokens);
    return body;
  }

  private static void say(ObjectNode body, String words) {
    body.withArray("messages").addObject().put("role", "user").put("content", words);
  }

  private static ObjectNode whole(ObjectNode plainBody, @Nullable Form form) {
    var body = plainBody.deepCopy();
    body.putObject("stream_options").put("include_usage", true);
    if (form != null) {
      body.putObject("response_format")
          .put("type", "json_schema")
          .putObject("json_schema")
          .put("name", form.name())
          .put("strict", true)
          .set("schema", form.schema());
    }
    return body;
  }

  private Future<Void> post(ObjectNode body, Listener listener, Future<Void> cancelled) {
    Map<String, String> headers = new HashMap<>();
    headers.put("accept", "text/event-stream");
    if (settings.apiKey().present()) {
      headers.put("authorization", "Bearer " + settings.apiKey().reveal());
    }
    var answer = new ChatAnswer(exchange.complaints(), listener);
    return exchange.post(PATH, headers, body, new EventTranscript(answer), listener, cancelled);
  }
}
