package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workers say about a run, and what they hear back. */
public sealed interface Progress extends Message {
  /** A run whose progress is to be kept on this node from now on. */
  record Open(Run run) implements Progress {}

  /** The run waits. {@code ahead} runs start before it. */
  record Wait(RunId runId, int ahead, @Nullable Eta eta) implements Progress {}

  /**
   * A phase begins.
   *
   * @param idle what its ticks say while nothing is measured
   * @param typical how long it typically takes, for estimates
   * @param outlook how long the run took from here on in the past, or null without history
   */
  record Enter(
      RunId runId,
      long epoch,
      String phase,
      Happening idle,
      String message,
      String silentMessage,
      Duration typical,
      @Nullable Eta outlook)
      implements Progress {}

  /**
   * How far a phase is, measured.
   *
   * @param fraction 0 to 1
   */
  record Measure(
      RunId runId, long epoch, String phase, double fraction, Happening tick, String message)
      implements Progress {}

  /**
   * A milestone, to be answered when it is in the journal.
   *
   * @param progress where the run is with it, 0 to 100, or null to stay where it is
   * @param deeds what else becomes true with it
   */
  record Reach(
      RunId runId,
      long epoch,
      Happening milestone,
      String message,
      @Nullable Double progress,
      @Nullable Checkpoint checkpoint,
      List<Deed> deeds)
      implements Progress {
    public Reach {
      deeds = List.copyOf(deeds);
    }

    /** A milestone with which nothing else becomes true. */
    public Reach(
        RunId runId,
        long epoch,
        Happening milestone,
        String message,
        @Nullable Double progress,
        @Nullable Checkpoint checkpoint) {
      this(runId, epoch, milestone, message, progress, checkpoint, List.of());
    }
  }

  /** The milestone is in the journal at this place. */
  record Reached(long id, long seq) implements Progress {}

  /**
   * Asks to tell all this of a run in order, to be answered when it is in the journal. No ending is
   * among it.
   *
   * @param course once something was refused, everything else on the same course is, for it builds
   *     on that
   */
  record Tell(RunId runId, long epoch, int course, List<Word> words) implements Progress {
    public Tell {
      words = List.copyOf(words);
    }
  }

  /**
   * Something that another program says of its run.
   *
   * @param measured where the run is with it at least, 0 to 100
   * @param eta until the run ends, or null
   * @param guess what is shown during the silence that may follow, or null to show nothing new
   * @param checkpoint null leaves it
   * @param marks of what it is
   */
  record Word(
      Happening happening,
      String message,
      double measured,
      @Nullable Eta eta,
      @Nullable Guess guess,
      @Nullable Checkpoint checkpoint,
      List<Mark> marks) {
    public Word {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Where a silent run goes.
   *
   * @param to the percentage that its next report would show, which a guess never reaches
   * @param typical how long it takes to get there
   */
  record Guess(double to, Duration typical) {}

  /** The words are in the journal, or later ticks that stand for them. */
  record Told(List<Reached> places) implements Progress {
    public Told {
      places = List.copyOf(places);
    }
  }
}
