package dev.hatchery.hatching;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.ModelName;
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

  /** Keeps that this was written since then. */
  void wrote(Held held, Phase phase, Instant since, Generation.Written written) {
    var name = ModelName.of(written.model());
    keep(
        new Learning.Timed(
            held.runId(),
            held.epoch(),
            phase.name(),
            name.provider(),
            name.model(),
            since,
            clock.instant(),
            written.characters(),
            null));
  }

  /** Keeps that the writer failed after this time, which is why there is a stand-in. */
  void notWritten(Held held, Phase phase, Instant since, String code) {
    keep(timed(held, phase, since, providers.writer().provider(), code));
  }

  /** Keeps that the painter has worked since then; {@code code} says why a stand-in was needed. */
  void painted(Held held, Phase phase, Instant since, @Nullable String code) {
    keep(timed(held, phase, since, providers.painter(), code));
  }

  private Learning.Timed timed(
      Held held, Phase phase, Instant since, String provider, @Nullable String code) {
    return new Learning.Timed(
        held.runId(),
        held.epoch(),
        phase.name(),
        provider,
        null,
        since,
        clock.instant(),
        null,
        code);
  }

  /** Beside the milestone and not with it: a kill between the two costs a statistic one number. */
  private void keep(Learning.Timed timed) {
    bus.ask(Addresses.KEEP_TIME, timed)
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue(RunId.KEY, timed.runId())
                    .setCause(failure)
                    .log("The time of a phase is not kept"));
  }

  private static Duration typical(Learning.History history, Duration unknown) {
    return history.n() < TYPICAL_OF ? unknown : history.p50();
  }
}
