package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Owns the language model of this node and what it is writing; virtual thread, one per node. */
public final class LlmVerticle extends VerticleBase {
  private final Bus bus;
  private final Function<Vertx, LanguageModel> open;
  private final Patience patience;
  private final Map<RunId, Writing> writings = new HashMap<>();
  private @Nullable LanguageModel model;

  /**
   * A verticle for one model.
   *
   * @param open makes the model on this verticle's Vert.x
   */
  public LlmVerticle(Bus bus, Function<Vertx, LanguageModel> open, Patience patience) {
    this.bus = bus;
    this.open = open;
    this.patience = patience;
  }

  @Override
  public Future<?> start() {
    model = open.apply(vertx);
    return Future.all(
        bus.answerInStories(Addresses.GENERATE, this::generate),
        bus.answerInStories(Addresses.HALT_GENERATION, this::halt));
  }

  private Generation.Written generate(Generation.Prompt prompt) {
    var writing = new Writing(vertx, bus, Objects.requireNonNull(model), prompt, patience);
    writings.put(prompt.runId(), writing);
    try {
      return writing.write();
    } finally {
      writings.remove(prompt.runId(), writing);
    }
  }

  private Running.Done halt(Running.Halt halt) {
    var writing = writings.get(halt.runId());
    if (writing != null) {
      writing.cancel();
    }
    return new Running.Done();
  }
}
