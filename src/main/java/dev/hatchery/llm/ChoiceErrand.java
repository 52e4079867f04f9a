package dev.hatchery.llm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hatchery.llm.http.JsonText;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.RunId;
import org.jspecify.annotations.Nullable;

/** A mission wants one of several options chosen. */
record ChoiceErrand(Generation.Choose asked) implements Errand<Generation.Chosen> {
  private static final int TYPICAL = 60;

  @Override
  public RunId runId() {
    return asked.runId();
  }

  @Override
  public Commission commission() {
    return new Commission.OfForm(asked.instructions(), asked.words(), form());
  }

  @Override
  public int typical(LanguageModel model) {
    return TYPICAL;
  }

  @Override
  public Generation.Chosen read(Draft draft) {
    var text = draft.text();
    var from = text.indexOf('{');
    var to = text.lastIndexOf('}');
    var answer =
        JsonText.read(from < 0 || to < from ? "" : text.substring(from, to + 1))
            .orElseThrow(
                () -> new UnreadableAnswerException("The model's answer holds no choice."));
    var option = answer.path("option").asText();
    var certainty = answer.path("certainty").asDouble(-1);
    if (!asked.options().contains(option) || !(certainty >= 0 && certainty <= 1)) {
      throw new UnreadableAnswerException("The model chose something that was no option.");
    }
    return new Generation.Chosen(option, certainty, draft.tokens());
  }

  @Override
  public void measured(double fraction, @Nullable Integer tokens, String message) {
    // It is over in a moment.
  }

  @Override
  public String instead() {
    return ".";
  }

  private Form form() {
    var nodes = JsonNodeFactory.instance;
    var schema = nodes.objectNode().put("type", "object").put("additionalProperties", false);
    var properties = schema.putObject("properties");
    var options = properties.putObject("option").put("type", "string").putArray("enum");
    asked.options().forEach(options::add);
    properties.putObject("certainty").put("type", "number").put("description", "0 to 1");
    schema.putArray("required").add("option").add("certainty");
    return new Form("record_choice", "Records the choice.", schema.toString());
  }
}
