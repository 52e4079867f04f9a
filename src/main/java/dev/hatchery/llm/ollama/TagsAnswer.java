package dev.hatchery.llm.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.http.Answering;
import java.util.ArrayList;
import java.util.List;

/** The models that Ollama has. */
final class TagsAnswer implements Answering {
  private static final int SHOWN_MOST = 20;

  private final List<String> names = new ArrayList<>();

  @Override
  public void message(JsonNode answer) {
    answer.path("models").forEach(model -> names.add(model.path("name").asText()));
  }

  @Override
  public void body(JsonNode answer) {
    message(answer);
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public void end() {
    // Whatever came is all there is.
  }

  /** The names as people list them. */
  String names() {
    return names.isEmpty()
        ? "none"
        : String.join(", ", names.subList(0, Math.min(SHOWN_MOST, names.size())));
  }
}
