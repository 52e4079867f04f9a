package dev.hatchery.mission;

import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.Usd;
import java.time.Duration;

/**
 * What a tool gives back for what is put into it, normalised to 0 … 1: return ÷ (return + outlay).
 * The return of a use is what a served mission is worth times the share of uses that served; the
 * outlay is what a use cost and what its time is worth, both as measured. So 0.5 means that it
 * gives back just what it takes, 1 that it is free and at once. Of an unknown tool that is the
 * assumption, and it weighs as much as {@value #ASSUMED_USES} uses.
 *
 * @param missionWorth what a mission that was served is worth
 * @param hourWorth what an hour of waiting is worth
 */
public record Investment(Usd missionWorth, Usd hourWorth) {
  /** A mission that saves ten cents, an hour of a person who does other things meanwhile. */
  public static final Investment USUAL = new Investment(Usd.of("0.10"), Usd.of("6"));

  private static final int ASSUMED_USES = 2;
  private static final double ASSUMED = 0.5;

  /** What the tool gives back, 0 to 1. */
  public double roi(ToolRecord record) {
    var measured = record.uses() == 0 ? ASSUMED : measured(record);
    var weighed = ASSUMED * ASSUMED_USES + measured * record.uses();
    return Figures.hundredths(weighed / (ASSUMED_USES + record.uses()));
  }

  private double measured(ToolRecord record) {
    var returned = (double) missionWorth.micros() * record.successes();
    var outlay = record.cost().micros() + worth(record.time());
    return returned == 0 ? 0 : returned / (returned + outlay);
  }

  private double worth(Duration time) {
    return hourWorth.micros() * (time.toMillis() / (double) Duration.ofHours(1).toMillis());
  }
}
