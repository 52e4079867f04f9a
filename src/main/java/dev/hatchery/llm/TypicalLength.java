package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.ModelName;
import io.vertx.core.Future;

/** How long a model's answers typically are, in characters: as long as its last ones were. */
final class TypicalLength {
  /** Until there are a few: a persona as the instructions want it, with its keys and quotes. */
  static final int UNLEARNED = 900;

  private static final int LEARNED_FROM = 3;

  private final Bus bus;

  TypicalLength(Bus bus) {
    this.bus = bus;
  }

  /** At least 1; never fails, for no persona depends on statistics. */
  Future<Integer> of(LanguageModel model) {
    return bus.ask(Addresses.RECALL_LENGTH, new Learning.RecallLength(ModelName.of(model.name())))
        .map(known -> known.n() < LEARNED_FROM ? UNLEARNED : Math.max(1, known.median()))
        .otherwise(UNLEARNED);
  }
}
