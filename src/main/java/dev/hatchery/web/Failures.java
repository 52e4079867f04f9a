package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import io.netty.util.NetUtil;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts who shows what lets nobody in, with all instances of this node together. Guessing 260 bits
 * is hopeless; this keeps whoever tries from keeping the database busy.
 */
final class Failures implements Shareable {
  private static final int MOST = 20;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int ADDRESSES_MOST = 10_000;
  private static final int NETWORK_BYTES = 8;

  private static final String NAME = Failures.class.getName();

  private final Map<String, Count> counts = new Oldest();

  private Failures() {}

  /** Those of this node. */
  static Failures of(Vertx vertx) {
    LocalMap<String, Failures> kept = vertx.sharedData().getLocalMap(NAME);
    return Objects.requireNonNull(kept.computeIfAbsent(NAME, first -> new Failures()));
  }

  private record Count(int failures, long since) {
    boolean over(long now) {
      return now - since >= WINDOW.toNanos();
    }
  }

  private static final class Oldest extends LinkedHashMap<String, Count> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
      return size() > ADDRESSES_MOST;
    }
  }

  /** One more failure from this address. */
  synchronized void add(String address) {
    var now = System.nanoTime();
    counts.merge(
        network(address),
        new Count(1, now),
        (before, one) -> before.over(now) ? one : new Count(before.failures() + 1, before.since()));
  }

  /** Whether an address had too many failures not long ago. */
  synchronized boolean tooMany(String address) {
    return rest(address).isPositive();
  }

  /** Refuses for a while what comes from an address with too many failures. */
  synchronized void check(String address) {
    var rest = rest(address);
    if (rest.isPositive()) {
      throw new ProblemException(
          new Problem.Busy(
              "too_many_failures",
              "Too many wrong tokens came from your address. Try again in a minute.",
              rest));
    }
  }

  /** How long too many failures of an address still count against it. */
  private Duration rest(String address) {
    var now = System.nanoTime();
    var count = counts.get(network(address));
    return count == null || count.over(now) || count.failures() < MOST
        ? Duration.ZERO
        : WINDOW.minusNanos(now - count.since());
  }

  /**
   * Whoever has one address of IPv6 has the 2^64 of its network, and may write it in many ways.
   * Nobody is asked for a name, for a proxy may pass on anything.
   */
  private static String network(String address) {
    var known = NetUtil.createInetAddressFromIpAddressString(address);
    if (known == null) {
      return address;
    }
    // Of one of IPv4 these are all, also where it is written as one of IPv6.
    var bytes = known.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
  }
}
