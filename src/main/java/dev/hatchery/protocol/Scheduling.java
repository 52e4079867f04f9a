package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When missions are carried out by themselves. */
public sealed interface Scheduling extends Message {
  /** Asks to carry a mission out at these times from now on, and at no others. */
  record Plan(Owner owner, RunRef mission, Timing timing) implements Scheduling {}

  /** It is planned. */
  record Planned(Schedule schedule) implements Scheduling {}

  /** Asks to keep a schedule in place of what the same mission had before. */
  record Keep(Schedule schedule) implements Scheduling {}

  /** Asks not to carry a mission out any more. */
  record Drop(Owner owner, RunId mission) implements Scheduling {}

  /** Asks for an owner's schedules, what is due first coming first. */
  record ListAll(Owner owner) implements Scheduling {}

  /** Schedules. */
  record All(List<Schedule> schedules) implements Scheduling {
    public All {
      schedules = List.copyOf(schedules);
    }
  }

  /**
   * Asks for a schedule that is due, which nobody else then gets until that moment.
   *
   * @param until when it is free again if it was not settled: who took it may have died
   */
  record Claim(Instant now, Instant until) implements Scheduling {}

  /** The one that is due, or null when none is. */
  record Claimed(@Nullable Schedule schedule) implements Scheduling {}

  /**
   * Asks to keep what became of a claimed schedule; does nothing where it was changed meanwhile.
   *
   * @param due when it was due
   * @param mission that was made, or null when none could be
   */
  record Settle(
      RunId schedule, Instant due, @Nullable Instant nextAt, Instant at, @Nullable RunId mission)
      implements Scheduling {}
}
