package dev.hatchery.llm.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.http.Answering;
import dev.hatchery.llm.http.Complaints;

/** The events of a message: text, or the input of a tool, which is text as well. */
public final class MessagesAnswer implements Answering {
  private final Complaints complaints;
  private final Listener listener;
  private String stopReason = "";
  private boolean whole;

  public MessagesAnswer(Complaints complaints, Listener listener) {
    this.complaints = complaints;
    this.listener = listener;
  }

  @Override
  public void message(JsonNode event) {
    switch (event.path("type").asText()) {
      case "message_start" -> countRead(event.path("message"));
      case "content_block_start" -> block(event.path("content_block"));
      case "content_block_delta" -> delta(event.path("delta"));
      case "message_delta" -> {
        stopReason = event.at("/delta/stop_reason").asText(stopReason);
        count(event);
      }
      case "message_stop" -> stop();
      case "error" -> throw complaints.inStream(event.path("error"));
      default -> {
        // Pings, starts, ends, and whatever later versions bring.
      }
    }
  }

  @Override
  public void body(JsonNode message) {
    if (message.has("error")) {
      throw complaints.inStream(message.path("error"));
    }
    if (message.path("content").isArray()) {
      message.path("content").forEach(this::block);
      stopReason = message.path("stop_reason").asText();
      count(message);
      countRead(message);
      stop();
    }
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

  /** A block is empty at its start when it streams, and full when it does not. */
  private void block(JsonNode block) {
    say(block.path("text"));
    if (!block.path("input").isEmpty()) {
      listener.accept(block.path("input").toString());
    }
  }

  private void delta(JsonNode delta) {
    say(delta.path("text"));
    say(delta.path("partial_json"));
  }

  private void say(JsonNode text) {
    if (text.isTextual() && !text.asText().isEmpty()) {
      listener.accept(text.asText());
    }
  }

  private void count(JsonNode event) {
    var tokens = event.at("/usage/output_tokens");
    if (tokens.canConvertToInt() && tokens.isNumber()) {
      listener.tokens(tokens.asInt());
    }
  }

  private void countRead(JsonNode message) {
    var tokens = message.at("/usage/input_tokens");
    if (tokens.isInt()) {
      listener.tokensRead(tokens.asInt());
    }
  }

  private void stop() {
    whole =
        switch (stopReason) {
          case "max_tokens", "model_context_window_exceeded" -> throw complaints.cutShort();
          case "refusal" -> throw complaints.refused();
          default -> true;
        };
  }
}
