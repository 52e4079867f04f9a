package dev.hatchery.mission;

import dev.hatchery.config.Missions;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.Usd;
import java.time.Duration;

/**
 * What holds for every mission of a server.
 *
 * @param monthlyLimit what one owner may spend in a calendar month
 * @param leastConfidence below it no tool is chosen, 0 to 1
 * @param patience how long a tool may take that has no time-out of its own
 */
public record Terms(Prices prices, Usd monthlyLimit, double leastConfidence, Duration patience) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What the settings say, where this model writes. */
  public static Terms of(Missions settings, ModelName model) {
    return new Terms(
        Prices.of(settings, model),
        Usd.of(settings.monthlyLimitUsd()),
        settings.leastConfidence(),
        PATIENCE);
  }
}
