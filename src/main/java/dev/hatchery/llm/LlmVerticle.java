package dev.hatchery.llm;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Owns the language model of this node and what it is writing; virtual thread, one per node. */
public final class LlmVerticle extends VerticleBase {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Bus bus;
  private final Function<Vertx, LanguageModel> open;
  private final Patience patience;
  private final Lease lease;
  private final Backoff backoff;
  private final Breaker breaker;
  private final Map<RunId, Writing<?>> writings = new HashMap<>();
  private @Nullable LanguageModel model;

  /**
   * A verticle for one model.
   *
   * @param open makes the model on this verticle's Vert.x
   * @param lease without which nothing is asked of the model
   */
  public LlmVerticle(Bus bus, Function<Vertx, LanguageModel> open, Patience patience, Lease lease) {
    this(
        bus,
        open,
        patience,
        lease,
        new Backoff(FIRST_PAUSE, () -> ThreadLocalRandom.current().nextDouble()),
        new Breaker(System::nanoTime));
  }

  LlmVerticle(
      Bus bus,
      Function<Vertx, LanguageModel> open,
      Patience patience,
      Lease lease,
      Backoff backoff,
      Breaker breaker) {
    this.bus = bus;
    this.open = open;
    this.patience = patience;
    this.lease = lease;
    this.backoff = backoff;
    this.breaker = breaker;
  }

  @Override
  public Future<?> start() {
    model = open.apply(vertx);
    return Future.all(
        bus.answerInStories(Addresses.GENERATE, this::generate),
        bus.answerInStories(Addresses.COMPOSE, this::compose),
        bus.answerInStories(Addresses.CHOOSE, this::choose),
        bus.answerInStories(Addresses.HALT_GENERATION, this::halt),
        bus.listen(Addresses.LEASES_LOST, this::lost));
  }

  /** Leaves no request and no process behind. */
  @Override
  public Future<?> stop() {
    var stopping = new Problem.Unavailable("stopping", "The server is stopping.");
    List.copyOf(writings.values()).forEach(writing -> writing.end(stopping));
    return Future.succeededFuture();
  }

  private Generation.Written generate(Generation.Prompt prompt) {
    return write(new PersonaErrand(bus, prompt), patience);
  }

  private Generation.Composed compose(Generation.Compose asked) {
    var total = new Patience(patience.idle(), patience.firstByte(), asked.patience());
    return write(new ProseErrand(bus, asked), total);
  }

  private Generation.Chosen choose(Generation.Choose asked) {
    var within = asked.patience();
    return write(new ChoiceErrand(asked), new Patience(within, within, within));
  }

  private <T> T write(Errand<T> errand, Patience within) {
    if (!breaker.allows()) {
      throw Writing.unavailable(
          errand, ModelException.lasting(Trouble.DOWN, "It failed too often."));
    }
    var writing =
        new Writing<>(vertx, Objects.requireNonNull(model), errand, within, lease, backoff);
    writings.put(errand.runId(), writing);
    try {
      var written = writing.write();
      breaker.ended(false);
      return written;
    } catch (ModelException e) {
      breaker.ended(e.trouble().illness());
      throw Writing.unavailable(errand, e);
    } catch (RuntimeException e) {
      // Also what nobody foresaw: a try whose outcome stays open would be the last.
      breaker.forgotten();
      throw e;
    } finally {
      writings.remove(errand.runId(), writing);
    }
  }

  private Running.Done halt(Running.Halt halt) {
    var writing = writings.get(halt.runId());
    if (writing != null) {
      writing.end(new Problem.Cancelled("The run was cancelled."));
    }
    return new Running.Done();
  }

  /** Somebody else goes on with these: what they paid for in vain is stopped. */
  private void lost(Leasing.Lost lost) {
    List.copyOf(writings.values()).stream()
        .filter(writing -> lost.concerns(writing.runId()))
        .forEach(writing -> writing.end(new Problem.Stale("Another node goes on with the run.")));
  }
}
