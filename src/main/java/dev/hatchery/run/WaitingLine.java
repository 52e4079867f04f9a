package dev.hatchery.run;

import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who waits, in order, and how many each was last told to be ahead of it. */
final class WaitingLine {
  /** Somebody who waits, and how many start before. */
  record Place(RunId runId, int ahead) {}

  private final Map<RunId, Integer> told = new LinkedHashMap<>();

  void add(Run run) {
    told.put(run.id(), Integer.MAX_VALUE);
  }

  int length() {
    return told.size();
  }

  void remove(RunId runId) {
    told.remove(runId);
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
        moved.add(new Place(entry.getKey(), ahead));
      }
      ahead++;
    }
    return moved;
  }
}
