package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What clients of the bridge may ask for: each is what its twin over HTTP is, by the same code. */
final class Commands {
  private final Bus bus;
  private final Submission submission;
  private final Map<String, BiFunction<Owner, Envelope, Future<?>>> known;

  Commands(Bus bus, Submission submission) {
    this.bus = bus;
    this.submission = submission;
    this.known =
        Map.of(
            "hatchery.hatch", this::hatch,
            "hatchery.emit", this::emit,
            "hatchery.cancel", this::cancel);
  }

  /** Whether there is such a command. */
  boolean has(String address) {
    return known.containsKey(address);
  }

  /** Does it; completes with what its twin answers. */
  Future<?> run(Owner owner, Envelope said) {
    var command = known.getOrDefault(said.address(), (who, what) -> failed());
    return Future.future(
        done -> command.apply(owner, said).<Object>map(answer -> answer).onComplete(done));
  }

  private static Future<?> failed() {
    return Future.failedFuture(BridgeAddresses.denied());
  }

  private Future<?> hatch(Owner owner, Envelope said) {
    return submission
        .ordered(owner, Body.of(said.body(), Submission.KEYS), said.header("Idempotency-Key"))
        .map(submitted -> RunJson.of(submitted.run()));
  }

  private Future<?> emit(Owner owner, Envelope said) {
    var key = Words.key("idempotency_key", said.header("Idempotency-Key"));
    return bus.ask(Addresses.EMIT, new Emitting.Emit(owner, Emissions.of(said.body(), key)))
        .map(EmitRoutes.EmittedJson::of);
  }

  private Future<?> cancel(Owner owner, Envelope said) {
    var run = Ids.run(Body.of(said.body(), Set.of("run")).text("run").orElse(""));
    return bus.ask(Addresses.CANCEL, new Running.Cancel(owner, run))
        .map(view -> RunJson.of(view.run()));
  }
}
