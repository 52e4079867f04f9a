package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hears emissions as the real one does, and keeps them. */
final class FakeTasks extends VerticleBase {
  static final RunId RUN = new RunId("0123456789abcdefghijklmnop");

  private final Bus bus;
  private final List<Emission> emitted = new CopyOnWriteArrayList<>();
  private volatile @Nullable Problem refusal;

  FakeTasks(Bus bus) {
    this.bus = bus;
  }

  @Override
  public Future<?> start() {
    return bus.answer(Addresses.EMIT, this::emit);
  }

  /** What was emitted since it was asked for last. */
  List<Emission> taken() {
    var taken = List.copyOf(emitted);
    emitted.clear();
    return taken;
  }

  /** From now on everything is refused so; null ends it. */
  void refuse(@Nullable Problem problem) {
    refusal = problem;
  }

  private Emitting.Emitted emit(Emitting.Emit emit) {
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    emitted.addAll(emit.emissions());
    return new Emitting.Emitted(
        IntStream.rangeClosed(1, emit.emissions().size())
            .mapToObj(place -> new Emitting.Place(100L + place, RUN, place))
            .toList());
  }
}
