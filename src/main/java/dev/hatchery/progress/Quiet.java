package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is shown of a reported run while its program is silent, as far as that one foretold it. */
final class Quiet {
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /** What a guess of the whole run never passes. */
  private static final double MOST = 98.9;

  private final Guessing guessing;
  private final String message;
  private final @Nullable Eta eta;
  private final Instant heardAt;

  Quiet(Progress.Word word, Progress.Guess guess, double shown, Instant now) {
    var estimate = new Estimate(shown, guess.to(), now.plus(SILENCE), guess.typical());
    guessing = new Guessing(estimate, Math.min(MOST, Tenths.below(guess.to())), now);
    message = word.message();
    eta = word.eta();
    heardAt = now;
  }

  /** See {@link Guessing#take}. */
  @Nullable Double take(double shown, Instant now) {
    return guessing.take(shown, now);
  }

  /** See {@link Guessing#due}. */
  @Nullable Instant due(double shown) {
    return guessing.due(shown);
  }

  /** The tick that tells it. */
  Happening tick() {
    return new Happening.Emitted(EventType.PROGRESS, "{}", false);
  }

  String message() {
    return message;
  }

  /** What is left of what was promised last, or null when it is overdue or nothing was. */
  @Nullable Eta eta(Instant now) {
    var elapsed = Duration.between(heardAt, now);
    if (eta == null || elapsed.compareTo(eta.p90()) >= 0) {
      return null;
    }
    var half = eta.p50().minus(elapsed);
    return new Eta(half.isNegative() ? Duration.ZERO : half, eta.p90().minus(elapsed));
  }
}
