package dev.hatchery;

import dev.hatchery.config.Missions;
import dev.hatchery.mission.Prices;
import dev.hatchery.mission.Terms;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.Usd;
import java.time.Duration;

/** What holds for missions, as the settings say. */
final class ConfiguredTerms {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Missions settings;
  private final ModelName model;

  /** With {@code model} as the one that writes. */
  ConfiguredTerms(Missions settings, ModelName model) {
    this.settings = settings;
    this.model = model;
  }

  /** What holds for every mission. */
  Terms all() {
    return new Terms(
        Prices.of(settings, model),
        Usd.of(settings.monthlyLimitUsd()),
        settings.leastConfidence(),
        PATIENCE);
  }
}
