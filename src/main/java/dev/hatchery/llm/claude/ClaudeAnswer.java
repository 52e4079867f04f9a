package dev.hatchery.llm.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.anthropic.MessagesAnswer;
import dev.hatchery.llm.http.Answering;
import dev.hatchery.llm.http.Complaints;

/**
 * The command's lines: events of Anthropic's Messages in a wrapper, and at last a result, which
 * alone decides. The command asks again by itself, so nothing that it reports is worth a retry.
 */
final class ClaudeAnswer implements Answering {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int OVERLOADED = 529;

  private final Complaints complaints;
  private final Listener listener;
  private final MessagesAnswer events;
  private boolean said;
  private boolean whole;

  ClaudeAnswer(Complaints complaints, Listener listener) {
    this.complaints = complaints;
    this.listener = listener;
    this.events = new MessagesAnswer(complaints, new Streamed());
  }

  @Override
  public void message(JsonNode line) {
    switch (line.path("type").asText()) {
      case "stream_event" -> events.message(line.path("event"));
      case "result" -> result(line);
      default -> {
        // Beginnings, whole messages that were streamed before, retries, hooks, and what will come.
      }
    }
  }

  @Override
  public void body(JsonNode line) {
    message(line);
  }

  @Override
  public boolean whole() {
    return whole;
  }

  @Override
  public void end() {
    if (!whole) {
      throw complaints.brokenOff();
    }
  }

  private void result(JsonNode result) {
    var subtype = result.path("subtype").asText();
    // A result may call itself a success and an error at once.
    if (result.path("is_error").asBoolean() || !subtype.equals("success")) {
      throw failure(result, subtype);
    }
    if (!said) {
      listener.accept(text(result));
    }
    whole = true;
  }

  private static String text(JsonNode result) {
    var structured = result.path("structured_output");
    return structured.isObject() ? structured.toString() : result.path("result").asText();
  }

  private ModelException failure(JsonNode result, String subtype) {
    var words = complaints.quote(result.path("result").asText(subtype));
    var sentence = "The claude command failed (%s): %s".formatted(subtype, words);
    return switch (result.path("api_error_status").asInt()) {
      case UNAUTHORIZED, FORBIDDEN -> ModelException.lasting(Trouble.MISCONFIGURED, sentence);
      case TOO_MANY, OVERLOADED -> ModelException.lasting(Trouble.OVERLOADED, sentence);
      default ->
          ModelException.lasting(
              words.contains("/login") ? Trouble.MISCONFIGURED : Trouble.DOWN, sentence);
    };
  }

  /** Remembers that text was streamed, so that the result does not say it twice. */
  private final class Streamed implements Listener {
    @Override
    public void accept(String piece) {
      said = true;
      listener.accept(piece);
    }

    @Override
    public void tokens(int count) {
      listener.tokens(count);
    }

    @Override
    public void tokensRead(int count) {
      listener.tokensRead(count);
    }
  }
}
