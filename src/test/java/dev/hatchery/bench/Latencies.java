package dev.hatchery.bench;

import java.util.Arrays;

/** How long each of many things took. */
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private long[] nanos = new long[1024];
  private int size;

  /** One took so long. */
  public synchronized void add(long took) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = took;
  }

  /** How many there are. */
  public synchronized int size() {
    return size;
  }

  /** Milliseconds in which this share of them, 0 to 1, was done. */
  public synchronized double millis(double share) {
    if (size == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    Arrays.sort(nanos, 0, size);
    return nanos[(int) Math.min(size - 1L, (long) (share * size))] / NANOS_PER_MILLI;
  }

  /** Which share of them, 0 to 1, was done within so many milliseconds. */
  public synchronized double share(double millis) {
    return Arrays.stream(nanos, 0, size).filter(each -> each <= millis * NANOS_PER_MILLI).count()
        / (double) size;
  }
}
