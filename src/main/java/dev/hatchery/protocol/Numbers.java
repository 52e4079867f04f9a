package dev.hatchery.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one owner's runs in the last days. Durations are in seconds; a median of nothing
 * is null.
 *
 * @param days how far back it looks, 1 to 365
 */
public record Numbers(
    int days,
    Runs runs,
    List<Phase> phases,
    List<Waiting> waiting,
    List<StandIn> standIns,
    List<Foresight> etas) {

  public Numbers {
    phases = List.copyOf(phases);
    waiting = List.copyOf(waiting);
    standIns = List.copyOf(standIns);
    etas = List.copyOf(etas);
  }

  /**
   * The runs that ended.
   *
   * @param medianSeconds from the start of those that succeeded to their end
   * @param fallbackPersonas how many of those that succeeded had one
   * @param fallbackAvatars how many of those that succeeded had one
   */
  public record Runs(
      long n,
      long succeeded,
      long failed,
      long cancelled,
      @Nullable Double medianSeconds,
      int fallbackPersonas,
      int fallbackAvatars) {}

  /**
   * How long a provider took for a phase, stand-ins left out.
   *
   * @param p95Seconds 95 of 100 took no longer
   * @param seconds the newest 200, newest first
   */
  public record Phase(
      String phase,
      String provider,
      int n,
      @Nullable Double medianSeconds,
      @Nullable Double p95Seconds,
      List<Double> seconds) {
    public Phase {
      seconds = List.copyOf(seconds);
    }
  }

  /**
   * How long runs waited that were asked for in this part of the day.
   *
   * @param part {@code morning} from 6, {@code afternoon} from 12, {@code night} from 18 o'clock
   * @param seconds the newest 200, newest first
   */
  public record Waiting(
      String part,
      int n,
      @Nullable Double medianSeconds,
      @Nullable Double p95Seconds,
      List<Double> seconds) {
    public Waiting {
      seconds = List.copyOf(seconds);
    }
  }

  /**
   * How often a stand-in was needed for one reason.
   *
   * @param code of the reason, stable
   * @param of how many runs succeeded
   * @param weeks the last twelve, oldest first, however many days were asked for
   */
  public record StandIn(String code, int n, long of, List<Week> weeks) {
    public StandIn {
      weeks = List.copyOf(weeks);
    }
  }

  /**
   * One week of them.
   *
   * @param from its Monday in UTC, as in 2026-09-07
   */
  public record Week(String from, int n, long of) {}

  /**
   * How right the remaining times were that were said at one place.
   *
   * @param saidAt 0, 25 or 62.5 percent
   * @param halfWithinSeconds half of them were at most so wrong
   * @param inside the share that came inside the range, from p50 to p90, 0 to 1
   * @param later the share that came after the end of the range, 0 to 1; the others came sooner
   * @param errors by two seconds, without empty ones; below zero the end came sooner than said
   */
  public record Foresight(
      double saidAt,
      int n,
      @Nullable Double halfWithinSeconds,
      @Nullable Double inside,
      @Nullable Double later,
      List<Bucket> errors) {
    public Foresight {
      errors = List.copyOf(errors);
    }
  }

  /** How many lie at or above {@code from} and below {@code to}. */
  public record Bucket(int from, int to, int n) {}
}
