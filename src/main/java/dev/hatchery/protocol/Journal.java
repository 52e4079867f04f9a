package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writing and reading the journal. */
public sealed interface Journal extends Message {
  /**
   * Asks to append events of one run, all or none, with what they make true.
   *
   * @param epoch the claim under which they were made; an older one is refused as stale
   * @param drafts in order, with consecutive {@code seq}
   * @param change what the run is with the last of them
   * @param again whether it was asked for before without an answer; only then may its events be in
   *     the journal already, and else the place was taken by another node's
   */
  record Append(RunId runId, long epoch, List<Draft> drafts, Change change, boolean again)
      implements Journal {
    public Append {
      drafts = List.copyOf(drafts);
    }

    /** An append that is asked for the first time. */
    public Append(RunId runId, long epoch, List<Draft> drafts, Change change) {
      this(runId, epoch, drafts, change, false);
    }

    /** The same, to be asked for once more. */
    public Append repeated() {
      return new Append(runId, epoch, drafts, change, true);
    }
  }

  /**
   * An event that has no place in the journal yet; see {@link Event}.
   *
   * @param marks of what it stands for, kept with it
   */
  record Draft(
      long seq,
      String type,
      boolean milestone,
      boolean ending,
      Instant at,
      String data,
      List<Mark> marks) {
    public Draft {
      marks = List.copyOf(marks);
    }

    /** An event that nobody sends twice. */
    public Draft(
        long seq, String type, boolean milestone, boolean ending, Instant at, String data) {
      this(seq, type, milestone, ending, at, data, List.of());
    }
  }

  /**
   * What a run is from now on.
   *
   * @param status null leaves it
   * @param checkpoint null leaves it
   * @param agent the companion to save with it, or null
   * @param failure the code of its error, or null
   * @param deeds what else becomes true with them
   */
  record Change(
      @Nullable RunStatus status,
      Standing standing,
      @Nullable Checkpoint checkpoint,
      @Nullable Agent agent,
      @Nullable String failure,
      List<Deed> deeds) {
    public Change {
      deeds = List.copyOf(deeds);
    }

    /** A change with which nothing else becomes true. */
    public Change(
        @Nullable RunStatus status,
        Standing standing,
        @Nullable Checkpoint checkpoint,
        @Nullable Agent agent,
        @Nullable String failure) {
      this(status, standing, checkpoint, agent, failure, List.of());
    }
  }

  /** The events are in the journal, for good; {@code ids} as the drafts were ordered. */
  record Appended(List<Long> ids) implements Journal {
    public Appended {
      ids = List.copyOf(ids);
    }
  }

  /** These were committed, in the order of their ids. */
  record Committed(List<Event> events) implements Journal {
    public Committed {
      events = List.copyOf(events);
    }
  }

  /**
   * Asks for events after a place.
   *
   * @param filter which of them
   * @param limit how many at most
   */
  record Read(long after, Filter filter, int limit) implements Journal {}

  /**
   * Asks for the newest events.
   *
   * @param filter which of them
   * @param limit how many at most, 0 to 1,000
   */
  record ReadNewest(Filter filter, int limit) implements Journal {}

  /**
   * A stretch of the journal, in the order of the ids.
   *
   * @param head the journal's last id when it was read
   * @param tail the highest id that retention removed, 0 for none
   */
  record Stretch(List<Event> events, long head, long tail) implements Journal {
    public Stretch {
      events = List.copyOf(events);
    }
  }
}
