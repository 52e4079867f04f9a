package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Happening.LlmProgress;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.RunId;
import org.jspecify.annotations.Nullable;

/** A hatching wants a persona. */
record PersonaErrand(Bus bus, Generation.Prompt prompt) implements Errand<Generation.Written> {
  @Override
  public RunId runId() {
    return prompt.runId();
  }

  @Override
  public Commission commission() {
    return new Commission.OfPersona(prompt.description(), prompt.seed());
  }

  @Override
  public int typical(LanguageModel model) {
    return new TypicalLength(bus).of(model).await();
  }

  @Override
  public Generation.Written read(Draft draft) {
    return new Generation.Written(
        new PersonaReader().read(draft.text()), draft.model(), draft.text().length());
  }

  @Override
  public void measured(double fraction, @Nullable Integer tokens, String message) {
    bus.announce(
        Addresses.MEASURED,
        new Progress.Measure(
            prompt.runId(),
            prompt.epoch(),
            prompt.phase().name(),
            fraction,
            new LlmProgress(tokens),
            message));
  }

  @Override
  public String instead() {
    return ", so this persona was made from your words alone.";
  }
}
