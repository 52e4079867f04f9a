package dev.hatchery.protocol;

import java.time.Duration;
import java.time.Instant;

/** What becomes true together with a milestone, or not at all; done again it changes nothing. */
public sealed interface Deed {
  /** What a tool made is kept. */
  record Keep(Artifact artifact) implements Deed {}

  /**
   * A tool was used.
   *
   * @param success whether it gave an answer
   * @param confidence there was in it when it was chosen, 0 to 1
   */
  record Use(
      RunId mission,
      Owner owner,
      ToolName tool,
      boolean success,
      Duration took,
      Usd cost,
      double confidence,
      Instant at)
      implements Deed {}

  /**
   * What a mission cost takes the place of what was reserved for it.
   *
   * @param month whose limit counts where nothing was reserved, such as {@code 2026-11}
   */
  record Settle(RunId mission, String month, Usd cost) implements Deed {}
}
