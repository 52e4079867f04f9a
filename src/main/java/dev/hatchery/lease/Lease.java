package dev.hatchery.lease;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * This node's hold on all its runs. The database grants six seconds by its own clock; here only
 * four of them count, from the moment a renewal was asked for, so that a node that was stopped or
 * cut off lets go before another may take over. Safe for every thread; one begins and renews.
 */
public final class Lease {
  /** How long it holds since the start of the last renewal that succeeded. */
  public static final Duration TRUSTED = Duration.ofSeconds(4);

  private final LongSupplier nanos;
  private final boolean endless;
  private volatile boolean begun;
  private volatile long until;
  private final AtomicInteger term = new AtomicInteger();

  private Lease(LongSupplier nanos, boolean endless) {
    this.nanos = nanos;
    this.endless = endless;
    this.begun = endless;
  }

  /** Of the only node: there is nobody to take anything from it. */
  public static Lease endless() {
    return new Lease(() -> 0, true);
  }

  /**
   * Of one among several, which does not hold yet.
   *
   * @param nanos counts on also while the process stands still, as {@link System#nanoTime} does
   */
  public static Lease among(LongSupplier nanos) {
    return new Lease(nanos, false);
  }

  /** The moment, to be remembered before a renewal is asked for. */
  public long now() {
    return nanos.getAsLong();
  }

  /** Whether it holds now. */
  public boolean valid() {
    return endless || (begun && nanos.getAsLong() - until < 0);
  }

  /**
   * Does nothing while it holds.
   *
   * @throws ProblemException as stale, for others may have taken over
   */
  public void require() {
    if (!valid()) {
      throw new ProblemException(
          new Problem.Stale("This node could not keep its hold on the run; another may go on."));
    }
  }

  /** How long it will hold; not positive once it does not. */
  public Duration left() {
    return begun ? Duration.ofNanos(until - nanos.getAsLong()) : Duration.ZERO;
  }

  /** Grows each time it begins: what was asked for in an earlier term counts no more. */
  public int term() {
    return term.get();
  }

  /** It holds, by what was asked for at {@code since}, and everything is new. */
  public void begin(long since) {
    until = since + TRUSTED.toNanos();
    term.incrementAndGet();
    begun = true;
  }

  /**
   * It was renewed, by what was asked for at {@code since}; false when that came too late, for who
   * looked meanwhile has let go.
   */
  public boolean renew(long since) {
    if (endless || !valid()) {
      return endless;
    }
    until = since + TRUSTED.toNanos();
    return valid();
  }

  /** It holds no more. */
  public void lose() {
    begun = endless;
  }
}
