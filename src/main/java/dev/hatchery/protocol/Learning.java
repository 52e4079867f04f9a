package dev.hatchery.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of past runs, and what it says of those to come. */
public sealed interface Learning extends Message {
  /**
   * Asks to keep how long a phase of a run took; the same phase again replaces it.
   *
   * @param epoch of the claim it was worked on by; of an older one nothing is kept
   * @param phase such as {@code llm}
   * @param provider who did it, such as {@code ollama} or {@code painter}
   * @param model which of the provider's models, or null
   * @param characters how long a model's whole answer was, or null when nothing was written
   * @param standIn why a stand-in was needed, a stable code; null when the provider did it
   */
  record Timed(
      RunId runId,
      long epoch,
      String phase,
      String provider,
      @Nullable String model,
      Instant startedAt,
      Instant endedAt,
      @Nullable Integer characters,
      @Nullable String standIn)
      implements Learning {}

  /**
   * Asks to keep how right the remaining times of a run were that succeeded.
   *
   * @param epoch see {@link Timed}
   */
  record Foretold(RunId runId, long epoch, List<Forecast> forecasts) implements Learning {
    public Foretold {
      forecasts = List.copyOf(forecasts);
    }
  }

  /**
   * A remaining time that was said, and the one that came.
   *
   * @param saidAt the place it was said at: 0, 25 or 62.5 percent, or soon after
   * @param actual from then to the end
   */
  record Forecast(double saidAt, Instant at, Eta eta, Duration actual) {}

  /** Asks how long these two took the last times, whoever's runs they were. */
  record Recall(ModelName writer, String painter) implements Learning {}

  /**
   * How long it took the last 50 times at most, stand-ins left out.
   *
   * @param whole both in one run
   */
  record Recalled(History writing, History painting, History whole) implements Learning {
    /** Nothing is known. */
    public static final Recalled NOTHING = new Recalled(History.NONE, History.NONE, History.NONE);
  }

  /**
   * Some durations.
   *
   * @param n how many, 0 to 50; without any the others are zero
   * @param p50 as many took longer as took less
   * @param p90 nine of ten took no longer
   */
  record History(int n, Duration p50, Duration p90) {
    /** No durations. */
    public static final History NONE = new History(0, Duration.ZERO, Duration.ZERO);

    /** As a range, or null while there are fewer than {@code least}. */
    public @Nullable Eta eta(int least) {
      return n < least ? null : new Eta(p50, p90);
    }
  }

  /** Asks how long the answers of this model were the last times, whoever's runs they were. */
  record RecallLength(ModelName model) implements Learning {}

  /**
   * How long the last 50 answers at most were, in characters.
   *
   * @param n how many, 0 to 50
   * @param median as many were longer as were shorter; 0 of none
   */
  record Length(int n, int median) implements Learning {}

  /** Asks how long a hatching that starts now takes on this node. */
  record Expect() implements Learning {}

  /** How long it takes, or null while nobody can say. */
  record Expected(@Nullable Eta eta) implements Learning {}

  /**
   * Asks for the numbers of one owner.
   *
   * @param days how far back, 1 to 365
   */
  record Count(Owner owner, int days) implements Learning {}

  /** The numbers that were asked for. */
  record Counted(Numbers numbers) implements Learning {}
}
