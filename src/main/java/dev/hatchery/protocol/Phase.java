package dev.hatchery.protocol;

/**
 * One part of a run's plan.
 *
 * @param name such as {@code llm}
 * @param from where it starts, in percent of the run
 * @param to where it ends, in percent of the run, greater than {@code from}
 */
public record Phase(String name, double from, double to) {
  public Phase {
    if (from < 0 || to > 100 || from >= to) {
      throw new IllegalArgumentException(
          "phase %s spans %s to %s; it must lie in 0 to 100 and rise".formatted(name, from, to));
    }
  }
}
