package dev.hatchery.mission;

import dev.hatchery.config.Missions;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tools cost. A tool without a price is free.
 *
 * @param tools the price of each
 * @param millionTokens what a million tokens cost that a language model reads and writes to tell
 *     what an objective asks for
 */
public record Prices(Map<ToolName, Price> tools, Usd millionTokens) {
  /** What a language model reads and writes for one use, where nothing better is known. */
  private static final long TOKENS_TYPICAL = 2_000;

  private static final ToolName WRITE = new ToolName("write");
  private static final long CHARACTERS_PER_TOKEN = 3;

  public Prices {
    tools = Map.copyOf(tools);
  }

  /** Where telling what an objective asks for costs nothing. */
  public Prices(Map<ToolName, Price> tools) {
    this(tools, Usd.ZERO);
  }

  /**
   * What the settings say.
   *
   * @param model who writes; its provider's tokens are what {@code write} costs besides its use
   */
  public static Prices of(Missions settings, ModelName model) {
    var tools = new HashMap<ToolName, Price>();
    settings
        .toolCosts()
        .forEach((tool, use) -> tools.put(new ToolName(tool), new Price(Usd.of(use), Usd.ZERO)));
    var tokens = Usd.of(settings.tokenCosts().getOrDefault(model.provider(), BigDecimal.ZERO));
    tools.compute(
        WRITE, (write, price) -> new Price(price == null ? Usd.ZERO : price.use(), tokens));
    return new Prices(tools, tokens);
  }

  /**
   * The price of one tool.
   *
   * @param use each use
   * @param millionTokens what a million tokens add that a language model reads and writes for it
   */
  public record Price(Usd use, Usd millionTokens) {
    /** Nothing. */
    public static final Price FREE = new Price(Usd.ZERO, Usd.ZERO);

    private static final long MILLION = 1_000_000;

    /** Of one use with so many tokens; what is finer than a millionth of a dollar is rounded up. */
    Usd of(long tokens) {
      var micros = Math.multiplyExact(millionTokens.micros(), tokens);
      return use.plus(new Usd(Math.ceilDiv(micros, MILLION)));
    }
  }

  /**
   * What a mission will cost at most by what is typical: the dearest of the tools that may come to
   * do it.
   *
   * @param characters how long its brief is
   */
  public Usd estimate(Collection<ToolName> candidates, int characters) {
    var tokens = TOKENS_TYPICAL + characters / CHARACTERS_PER_TOKEN;
    return candidates.stream()
        .map(tool -> price(tool).of(tokens))
        .max(Usd::compareTo)
        .orElse(Usd.ZERO);
  }

  /** What a use cost that took so many tokens. */
  public Usd cost(ToolName tool, long tokens) {
    return price(tool).of(tokens);
  }

  /** What it cost to tell what an objective asks for. */
  public Usd understanding(@Nullable Intent intent) {
    return intent == null ? Usd.ZERO : new Price(Usd.ZERO, millionTokens).of(intent.tokens());
  }

  private Price price(ToolName tool) {
    return tools.getOrDefault(tool, Price.FREE);
  }
}
