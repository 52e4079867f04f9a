package dev.hatchery.progress;

/** High-water marks of what was measured and of what is shown; neither ever goes down. */
final class Percent {
  private double measured;
  private double shown;

  /** Goes on from these marks, 0 to 100. */
  Percent(double shown, double measured) {
    measure(measured);
    estimate(shown);
  }

  void measure(double percent) {
    measured = Math.max(measured, Tenths.floor(percent));
    estimate(measured);
  }

  void estimate(double percent) {
    shown = Math.max(shown, Tenths.floor(percent));
  }

  double measured() {
    return measured;
  }

  double shown() {
    return shown;
  }
}
