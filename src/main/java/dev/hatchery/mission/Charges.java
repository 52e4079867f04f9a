package dev.hatchery.mission;

import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Usd;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** What one mission is charged. */
final class Charges {
  private final InstantSource clock;
  private final Run run;
  private final Prices prices;

  Charges(InstantSource clock, Run run, Prices prices) {
    this.clock = clock;
    this.run = run;
    this.prices = prices;
  }

  /** The month whose limit counts now, such as {@code 2026-11}. */
  String month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).toString();
  }

  /** What it cost so far to tell what it asks for. */
  Usd understanding(Mission mission) {
    return prices.understanding(mission.findings().intent());
  }

  /** It is charged this, and no more is set aside for it. */
  Deed.Settle settle(Usd cost) {
    return new Deed.Settle(run.id(), month(), cost);
  }

  /**
   * What it is charged where nothing more is done for it, or nothing until its owner has spoken.
   */
  List<Deed> spent(Mission mission) {
    var understanding = understanding(mission);
    var findings = mission.findings();
    var choice = findings.choice();
    if (choice != null && findings.toolBegun()) {
      var yield = findings.yield();
      var use = prices.cost(choice.tool(), yield == null ? 0 : yield.tokens());
      return List.of(settle(understanding.plus(use)));
    }
    return findings.estimate() == null && understanding.equals(Usd.ZERO)
        ? List.of()
        : List.of(settle(understanding));
  }
}
