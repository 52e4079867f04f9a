package dev.hatchery;

import dev.hatchery.config.Missions;
import dev.hatchery.mission.Prices;
import dev.hatchery.mission.Terms;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;

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
        prices(), Usd.of(settings.monthlyLimitUsd()), settings.leastConfidence(), PATIENCE);
  }

  private Prices prices() {
    var tokens = Usd.of(settings.tokenCosts().getOrDefault(model.provider(), BigDecimal.ZERO));
    var prices = new HashMap<ToolName, Prices.Price>();
    settings
        .toolCosts()
        .forEach((tool, cost) -> prices.put(new ToolName(tool), price(tool, Usd.of(cost), tokens)));
    return new Prices(prices);
  }

  /** Only a language model reads and writes tokens. */
  private static Prices.Price price(String tool, Usd use, Usd millionTokens) {
    return new Prices.Price(use, tool.equals("write") ? millionTokens : Usd.ZERO);
  }
}
