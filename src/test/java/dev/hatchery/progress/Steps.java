package dev.hatchery.progress;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Any interleaving of what may happen to a run. */
final class Steps {
  private static final int MOST = 80;

  private Steps() {}

  static Arbitrary<List<Step>> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, clock().map(Step.Pass::new)),
            Tuple.of(2, clock().map(Step.Dawdle::new)),
            Tuple.of(4, entering()),
            Tuple.of(16, measuring()),
            Tuple.of(1, nonsense()),
            Tuple.of(2, Arbitraries.integers().between(1, 40).map(Step.Milestones::new)),
            Tuple.of(1, Arbitraries.just(new Step.Backstory())),
            Tuple.of(1, Arbitraries.integers().between(0, 9).map(Step.Wait::new)),
            Tuple.of(1, Arbitraries.of(new Step.Restart(), new Step.Reclaim())),
            Tuple.of(1, rare()))
        .list()
        .ofMaxSize(MOST);
  }

  /** A clock stands still, ticks, or leaps by minutes. */
  private static Arbitrary<Duration> clock() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0)),
            Tuple.of(4, Arbitraries.integers().between(1, 120)),
            Tuple.of(3, Arbitraries.integers().between(121, 5_000)),
            Tuple.of(1, Arbitraries.integers().between(5_001, 300_000)))
        .map(Duration::ofMillis);
  }

  private static Arbitrary<Step> entering() {
    return Arbitraries.of("llm", "avatar")
        .flatMap(
            phase ->
                Arbitraries.integers()
                    .between(1, 120_000)
                    .map(millis -> new Step.Enter(phase, Duration.ofMillis(millis))));
  }

  private static Arbitrary<Step> measuring() {
    var fractions =
        Arbitraries.oneOf(Arbitraries.of(0.0, 0.5, 1.0), Arbitraries.doubles().between(0, 1));
    return Arbitraries.of("llm", "avatar")
        .flatMap(phase -> fractions.map(fraction -> new Step.Measure(phase, fraction)));
  }

  private static Arbitrary<Step> nonsense() {
    return Arbitraries.of(Double.NaN, -0.001, 1.001, Double.NEGATIVE_INFINITY)
        .map(fraction -> new Step.Nonsense("avatar", fraction));
  }

  private static Arbitrary<Step> rare() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(new Step.Saving())),
        Tuple.of(1, Arbitraries.of(true, false).map(Step.End::new)));
  }
}
