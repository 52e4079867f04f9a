package dev.hatchery.hatching;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the writer and the painter of this node took before, and what they take now. */
final class Experience {
  private static final Logger LOG = LoggerFactory.getLogger(Experience.class);

  /** Until durations are learned. With it a silent model shows 12 % after 3 s, 18 % after 6 s. */
  private static final Duration TYPICAL_WRITING = Duration.ofSeconds(6);

  private static final Duration TYPICAL_PAINTING = Duration.ofSeconds(30);
  private static final int TYPICAL_OF = 3;
  private static final int RANGE_OF = 5;
  private static final char BEFORE_THE_MODEL = ':';

  private final Bus bus;
  private final InstantSource clock;
  private final Providers providers;
  private Learning.Recalled recalled = Learning.Recalled.NOTHING;

  Experience(Bus bus, InstantSource clock, Providers providers) {
    this.bus = bus;
    this.clock = clock;
    this.providers = providers;
  }

  /** Reads what is known now; never fails, for no run depends on statistics. */
  Future<Experience> recall() {
    return bus.ask(Addresses.RECALL, new Learning.Recall(providers.writer(), providers.painter()))
        .onSuccess(known -> recalled = known)
        .transform(asked -> Future.succeededFuture(this));
  }

  Duration typicalWriting() {
    return typical(recalled.writing(), TYPICAL_WRITING);
  }

  Duration typicalPainting() {
    return typical(recalled.painting(), TYPICAL_PAINTING);
  }

  /** How long a whole hatching takes, or null while nobody can say. */
  @Nullable Eta whole() {
    return recalled.whole().eta(RANGE_OF);
  }

  /** How long a hatching takes from its persona on, or null while nobody can say. */
  @Nullable Eta painting() {
    return recalled.painting().eta(RANGE_OF);
  }

  /** Keeps that this model, such as {@code ollama:llama3.2}, wrote since then. */
  void wrote(RunId runId, Phase phase, Instant since, String name) {
    var colon = name.indexOf(BEFORE_THE_MODEL);
    var provider = colon < 0 ? name : name.substring(0, colon);
    keep(runId, phase, since, provider, colon < 0 ? null : name.substring(colon + 1), null);
  }

  /** Keeps that the writer failed after this time, which is why there is a stand-in. */
  void notWritten(RunId runId, Phase phase, Instant since, String code) {
    keep(runId, phase, since, providers.writer(), null, code);
  }

  /** Keeps that the painter has worked since then; {@code code} says why a stand-in was needed. */
  void painted(RunId runId, Phase phase, Instant since, @Nullable String code) {
    keep(runId, phase, since, providers.painter(), null, code);
  }

  /** Beside the milestone and not with it: a kill between the two costs a statistic one number. */
  private void keep(
      RunId runId,
      Phase phase,
      Instant since,
      String provider,
      @Nullable String model,
      @Nullable String code) {
    var timed =
        new Learning.Timed(runId, phase.name(), provider, model, since, clock.instant(), code);
    bus.ask(Addresses.KEEP_TIME, timed)
        .onFailure(failure -> LOG.warn("The time of run {} is not kept", runId, failure));
  }

  private static Duration typical(Learning.History history, Duration unknown) {
    return history.n() < TYPICAL_OF ? unknown : history.p50();
  }
}
