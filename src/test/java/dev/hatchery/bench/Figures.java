package dev.hatchery.bench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all benchmarks of a run measure: one table in the end, beside what was kept of a former. */
public final class Figures implements AutoCloseable {
  private static final Path KEPT = Path.of("src/test/resources/bench/kept.json");

  /** With {@code -Dbench.keep} the next run is compared with this one. */
  private static final String KEEP = "bench.keep";

  private static final String ROW = "%-68s %12s %12s %7s%n";

  private final Map<String, Double> measured = new LinkedHashMap<>();

  /**
   * Adds one.
   *
   * @param measure what it is and its unit, behind the letter by which the table is sorted
   */
  public synchronized void add(String measure, double value) {
    measured.put(measure, rounded(value));
  }

  /** Three digits are more than a second run would confirm. */
  private static double rounded(double value) {
    var digits = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
    return value == 0 || !Double.isFinite(value) ? value : Math.round(value * digits) / digits;
  }

  /** Prints all of them, and keeps them if that is asked for. */
  @Override
  public synchronized void close() {
    var now = Kept.now(sorted());
    var before = Kept.read(KEPT);
    System.out.printf("%nNow:  %s, on %s%n", now.date(), now.machine());
    System.out.printf("Kept: %s, on %s%n%n", before.date(), before.machine());
    System.out.printf(ROW, "measure", "now", "kept", "ratio");
    now.figures().forEach((measure, value) -> print(measure, value, before.figures().get(measure)));
    before.figures().entrySet().stream()
        .filter(kept -> !measured.containsKey(kept.getKey()))
        .forEach(kept -> System.out.printf(ROW, kept.getKey(), "-", shown(kept.getValue()), "-"));
    if (Boolean.getBoolean(KEEP) || "".equals(System.getProperty(KEEP))) {
      now.write(KEPT);
      System.out.printf("%nKept in %s.%n", KEPT);
    } else {
      System.out.printf("%nNot kept; -D%s keeps them in %s.%n", KEEP, KEPT);
    }
  }

  /** By their letters, and those of one letter as they were added. */
  private Map<String, Double> sorted() {
    var sorted = new LinkedHashMap<String, Double>();
    measured.keySet().stream()
        .sorted(Comparator.comparingInt(measure -> measure.charAt(0)))
        .forEachOrdered(measure -> sorted.put(measure, measured.get(measure)));
    return sorted;
  }

  private static void print(String measure, double value, @Nullable Double before) {
    System.out.printf(
        ROW,
        measure,
        shown(value),
        before == null ? "-" : shown(before),
        before == null ? "-" : "%.2f".formatted(value / before));
  }

  private static String shown(double value) {
    return value >= 100 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
  }
}
