package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other programs report their work. */
public sealed interface Emitting extends Message {
  /** Asks to record these events in order, all or none. */
  record Emit(Owner owner, List<Emission> emissions) implements Emitting {
    public Emit {
      emissions = List.copyOf(emissions);
    }
  }

  /** The events are in the journal, for good; {@code places} as the emissions were ordered. */
  record Emitted(List<Place> places) implements Emitting {
    public Emitted {
      places = List.copyOf(places);
    }
  }

  /** Where an event is; see {@link Event}. */
  record Place(long id, RunId runId, long seq) {}

  /**
   * Asks to record new runs whose work begins at once, all or none.
   *
   * @param node who hears their reports
   */
  record Open(String node, List<Opening> openings) implements Emitting {
    public Open {
      openings = List.copyOf(openings);
    }
  }

  /**
   * A run to open.
   *
   * @param run as it is to be, its number still 0; or one that is there already
   * @param anew whether a run by the same name that has ended does not matter
   */
  record Opening(Run run, boolean anew) {}

  /**
   * The open runs, as the openings were ordered. One that another node holds is as it was, and says
   * so by its node.
   */
  record Opened(List<Run> runs) implements Emitting {
    public Opened {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Asks for the reported runs that are unfinished and that no other node holds, to hear their
   * reports from now on.
   *
   * @param own whether also those that were this node's already
   */
  record TakeUp(String node, boolean own) implements Emitting {}

  /** Reports of this run, which goes on, are heard on this node from now on. */
  record Kept(RunId runId, @Nullable String name) implements Emitting {}

  /** Asks to leave the reported runs of a node that stops to the others. */
  record LetGo(String node) implements Emitting {}

  /** The unfinished runs. */
  record TakenUp(List<Held> runs) implements Emitting {
    public TakenUp {
      runs = List.copyOf(runs);
    }
  }

  /** An unfinished run, and when it was last heard of. */
  record Held(Run run, Instant heardAt) {}

  /** Asks which reported runs of an owner are unfinished, and where. */
  record Locate(Owner owner) implements Emitting {}

  /** Those, in the order of their numbers. */
  record Located(List<Whereabouts> runs) implements Emitting {
    public Located {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Where reports of a run are heard.
   *
   * @param taskId what its program calls its task, or null
   * @param node which lives and holds it, or null when none does
   */
  record Whereabouts(
      RunId runId, @Nullable String name, @Nullable String taskId, @Nullable String node) {}

  /** Asks which of these an owner has emitted before. */
  record Recall(Owner owner, List<String> keys) implements Emitting {
    public Recall {
      keys = List.copyOf(keys);
    }
  }

  /** Those that were emitted before. */
  record Recalled(List<Recorded> recorded) implements Emitting {
    public Recalled {
      recorded = List.copyOf(recorded);
    }
  }

  /** An emission that is in the journal. */
  record Recorded(Mark mark, Place place) {}
}
