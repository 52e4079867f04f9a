package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.RunId;
import org.jspecify.annotations.Nullable;

/** A mission wants prose. */
record ProseErrand(Bus bus, Generation.Compose asked) implements Errand<Generation.Composed> {
  private static final int TYPICAL = 2_400;

  @Override
  public RunId runId() {
    return asked.runId();
  }

  @Override
  public Commission commission() {
    return new Commission.OfProse(asked.instructions(), asked.words());
  }

  @Override
  public int typical(LanguageModel model) {
    return TYPICAL;
  }

  @Override
  public Generation.Composed read(Draft draft) {
    var text = draft.text().strip();
    if (text.isEmpty()) {
      throw new UnreadableAnswerException("The model wrote nothing.");
    }
    return new Generation.Composed(text, draft.model(), draft.tokens());
  }

  @Override
  public void measured(double fraction, @Nullable Integer tokens, String message) {
    bus.announce(Addresses.COMPOSING, new Generation.Composing(asked.runId(), fraction, message));
  }

  @Override
  public String instead() {
    return ".";
  }
}
