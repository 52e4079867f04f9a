package dev.hatchery.llm;

import dev.hatchery.config.Providers;
import dev.hatchery.config.Secret;
import dev.hatchery.llm.anthropic.Anthropic;
import dev.hatchery.llm.http.JsonText;
import dev.hatchery.llm.ollama.Ollama;
import dev.hatchery.llm.openai.OpenAi;
import dev.hatchery.protocol.Persona;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The same persona as each provider would send it. */
public enum Answers {
  ANTHROPIC {
    @Override
    public LanguageModel model(Vertx vertx, URI url) {
      return new Anthropic(vertx, new Providers.Anthropic(url, KEY, "m-1", 1024));
    }

    @Override
    String piece(String text) {
      var event = JsonText.object().put("type", "content_block_delta").put("index", 0);
      event.putObject("delta").put("type", "input_json_delta").put("partial_json", text);
      return "event: content_block_delta\ndata: " + event + "\n\n";
    }

    @Override
    String ending() {
      return """
      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":77}}

      event: message_stop
      data: {"type":"message_stop"}

      """;
    }

    @Override
    String body() {
      var message = JsonText.object().put("type", "message").put("stop_reason", "tool_use");
      message.putObject("usage").put("output_tokens", 77);
      message
          .putArray("content")
          .addObject()
          .put("type", "tool_use")
          .set("input", JsonText.read(JSON).orElseThrow());
      return message.toPrettyString();
    }
  },

  OPENAI {
    @Override
    public LanguageModel model(Vertx vertx, URI url) {
      var v1 = URI.create(url + "/v1");
      return new OpenAi(vertx, new Providers.OpenAi(v1, KEY, "m-1", 1024));
    }

    @Override
    String piece(String text) {
      var chunk = JsonText.object();
      chunk.putArray("choices").addObject().putObject("delta").put("content", text);
      return "data: " + chunk + "\n\n";
    }

    @Override
    String ending() {
      return """
      data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

      data: {"choices":[],"usage":{"completion_tokens":77}}

      data: [DONE]

      """;
    }

    @Override
    String body() {
      var completion = JsonText.object();
      var choice = completion.putArray("choices").addObject().put("finish_reason", "stop");
      choice.putObject("message").put("role", "assistant").put("content", JSON);
      return completion.toPrettyString();
    }
  },

  OLLAMA {
    @Override
    public LanguageModel model(Vertx vertx, URI url) {
      return new Ollama(vertx, new Providers.Ollama(url, "m-1", 1024));
    }

    @Override
    Secret key() {
      return Secret.NONE;
    }

    @Override
    String piece(String text) {
      var line = JsonText.object().put("model", "m-1").put("done", false);
      line.putObject("message").put("role", "assistant").put("content", text);
      return line + "\n";
    }

    @Override
    String ending() {
      return """
      {"model":"m-1","message":{"content":""},"done":true,"done_reason":"stop","eval_count":77}
      """;
    }

    @Override
    String body() {
      var line = JsonText.object().put("done", true).put("done_reason", "stop");
      line.putObject("message").put("content", JSON);
      return line.toString();
    }
  };

  public static final Secret KEY = new Secret("sk-very-secret-0123456789");

  public static final String JSON =
      """
      {"name":"Pellow","backstory":"Pellow mends kites — patiently, in the rain.",
       "personality_traits":["patient","kind"],"avatar_prompt":"a kite-mending heron \uD83E\uDEBF"}\
      """;

  public static final Persona PERSONA =
      new Persona(
          "Pellow",
          "Pellow mends kites — patiently, in the rain.",
          List.of("patient", "kind"),
          "a kite-mending heron \uD83E\uDEBF");

  /** The key that it is given. */
  Secret key() {
    return KEY;
  }

  public abstract LanguageModel model(Vertx vertx, URI url);

  abstract String piece(String text);

  abstract String ending();

  /** The whole answer as a server sends it that does not stream. */
  abstract String body();

  /** Everything up to the ending. */
  public String pieces() {
    return JSON.lines().map(line -> piece(line + "\n")).collect(Collectors.joining());
  }

  public String whole() {
    return pieces() + ending();
  }
}
