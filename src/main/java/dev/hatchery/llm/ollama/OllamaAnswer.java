package dev.hatchery.llm.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.http.Answering;
import dev.hatchery.llm.http.Complaints;

/** The lines of a chat. What a model thinks comes in a field of its own and is no part of it. */
final class OllamaAnswer implements Answering {
  private final Complaints complaints;
  private final Listener listener;
  private boolean whole;

  OllamaAnswer(Complaints complaints, Listener listener) {
    this.complaints = complaints;
    this.listener = listener;
  }

  @Override
  public void message(JsonNode line) {
    if (line.hasNonNull("error")) {
      throw complaints.inStream(line.path("error"));
    }
    var content = line.at("/message/content").asText();
    if (!content.isEmpty()) {
      listener.accept(content);
    }
    if (line.path("done").asBoolean()) {
      done(line);
    }
  }

  @Override
  public void body(JsonNode answer) {
    message(answer);
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

  private void done(JsonNode last) {
    if (last.path("eval_count").isInt()) {
      listener.tokens(last.path("eval_count").asInt());
    }
    if (last.path("prompt_eval_count").isInt()) {
      listener.tokensRead(last.path("prompt_eval_count").asInt());
    }
    if (last.path("done_reason").asText().equals("length")) {
      throw complaints.cutShort();
    }
    whole = true;
  }
}
