package dev.hatchery.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.http.Answering;
import dev.hatchery.llm.http.Complaints;

/**
 * The chunks of a chat completion. What a model thinks comes in other fields than its answer and is
 * no part of it.
 */
final class ChatAnswer implements Answering {
  private final Complaints complaints;
  private final Listener listener;
  private String finishReason = "";
  private boolean whole;

  ChatAnswer(Complaints complaints, Listener listener) {
    this.complaints = complaints;
    this.listener = listener;
  }

  @Override
  public void message(JsonNode chunk) {
    take(chunk, "delta");
  }

  @Override
  public void body(JsonNode completion) {
    take(completion, "message");
    end();
  }

  @Override
  public void done() {
    whole =
        switch (finishReason) {
          case "length" -> throw complaints.cutShort();
          case "content_filter" -> throw complaints.refused();
          default -> true;
        };
  }

  @Override
  public boolean whole() {
    return whole;
  }

  /** Some servers end without saying that they are done; the reason why they finished will do. */
  @Override
  public void end() {
    if (whole) {
      return;
    }
    if (finishReason.isEmpty()) {
      throw complaints.brokenOff();
    }
    done();
  }

  private void take(JsonNode chunk, String part) {
    if (chunk.hasNonNull("error")) {
      throw complaints.inStream(chunk.path("error"));
    }
    // The last chunk has no choices, or null for them, and counts the tokens.
    var choice = chunk.path("choices").path(0);
    say(choice.path(part).path("content"));
    if (choice.path(part).path("refusal").isTextual()) {
      throw complaints.refused();
    }
    if (choice.path("finish_reason").isTextual()) {
      finishReason = choice.path("finish_reason").asText();
    }
    var tokens = chunk.path("usage").path("completion_tokens");
    if (tokens.isNumber() && tokens.canConvertToInt()) {
      listener.tokens(tokens.asInt());
    }
    if (chunk.at("/usage/prompt_tokens").isInt()) {
      listener.tokensRead(chunk.at("/usage/prompt_tokens").asInt());
    }
  }

  private void say(JsonNode content) {
    if (content.isTextual() && !content.asText().isEmpty()) {
      listener.accept(content.asText());
    }
  }
}
