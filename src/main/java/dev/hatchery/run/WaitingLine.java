package dev.hatchery.run;

import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who waits, in the order in which they are claimed, and how many each was last told to be ahead of
 * it.
 */
final class WaitingLine {
  /** Somebody who waits, and how many start before. */
  record Place(RunId runId, int ahead) {}

  /** As in {@code run/claim.sql}: by the time since when they count as waiting. */
  private record Turn(Instant since, long number, RunId runId) {
    static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::since).thenComparingLong(Turn::number);

    static Turn of(Run run) {
      var since = Objects.requireNonNullElse(run.queuedAt(), Instant.EPOCH);
      return new Turn(since, run.number(), run.id());
    }
  }

  private final SortedMap<Turn, Integer> told = new TreeMap<>(Turn.ORDER);

  void add(Run run) {
    told.put(Turn.of(run), Integer.MAX_VALUE);
  }

  int length() {
    return told.size();
  }

  void remove(RunId runId) {
    told.keySet().removeIf(turn -> turn.runId().equals(runId));
  }

  /**
   * The places that have become better since they were last asked for.
   *
   * @param running how many run now, which are ahead of all
   */
  List<Place> moved(int running) {
    var moved = new ArrayList<Place>();
    var ahead = running;
    for (var entry : told.entrySet()) {
      if (ahead < entry.getValue()) {
        entry.setValue(ahead);
        moved.add(new Place(entry.getKey().runId(), ahead));
      }
      ahead++;
    }
    return moved;
  }
}
