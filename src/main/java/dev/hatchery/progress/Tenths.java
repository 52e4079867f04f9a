package dev.hatchery.progress;

/** Percentages as people see them: with at most one decimal, never rounded up. */
final class Tenths {
  private static final double PER_UNIT = 10;

  /** Far below a tenth, far above what adding up fractions gets wrong. */
  private static final double NOISE = 1e-6;

  private Tenths() {}

  static double floor(double percent) {
    return of(count(percent));
  }

  /** The tenth before that of {@code percent}. */
  static double below(double percent) {
    return of(count(percent) - 1);
  }

  static long count(double percent) {
    return (long) Math.floor(percent * PER_UNIT + NOISE);
  }

  static double of(long tenths) {
    return tenths / PER_UNIT;
  }
}
