package dev.hatchery.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Durations in milliseconds, in the order they were added, and what lies in their middle. */
final class Durations {
  private static final double MILLIS = 1000;
  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.95;
  private static final int SHOWN_MOST = 200;

  private final List<Long> millis = new ArrayList<>();

  /** One that is below zero, by a clock that was set back, counts as zero. */
  void add(long duration) {
    millis.add(Math.max(0, duration));
  }

  int n() {
    return millis.size();
  }

  /** In milliseconds: this share of them, above 0 to 1, took no longer; 0 of none. */
  long quantile(double share) {
    var sorted = sorted();
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** In seconds, or null of none. */
  @Nullable Double median() {
    return seconds(HALF);
  }

  /** In seconds: 95 of 100 took no longer; or null of none. */
  @Nullable Double p95() {
    return seconds(NEARLY_ALL);
  }

  /** The first 200, in seconds. */
  List<Double> first() {
    return millis.stream().limit(SHOWN_MOST).map(duration -> duration / MILLIS).toList();
  }

  private @Nullable Double seconds(double share) {
    return millis.isEmpty() ? null : Double.valueOf(quantile(share) / MILLIS);
  }

  private long[] sorted() {
    var sorted = LongStream.of(millis.stream().mapToLong(Long::longValue).toArray()).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
