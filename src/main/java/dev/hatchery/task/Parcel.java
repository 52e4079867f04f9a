package dev.hatchery.task;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is said of tasks that another node has. Whether it arrived may stay in doubt, so what must
 * not be recorded twice gets a mark before it is sent.
 */
final class Parcel {
  private final String node;
  private final List<Emission> marked = new ArrayList<>();
  private final List<Emission> addressed = new ArrayList<>();
  private final Set<RunId> runs = new HashSet<>();

  Parcel(String node) {
    this.node = node;
  }

  /** Who has the tasks. */
  String node() {
    return node;
  }

  void add(Emission emission, Whereabouts there) {
    var once = once(emission);
    marked.add(once);
    addressed.add(once.about(there.runId()));
    runs.add(there.runId());
  }

  /** What it is about. */
  Set<RunId> runs() {
    return Set.copyOf(runs);
  }

  /** As they came, in order. */
  List<Emission> emissions() {
    return List.copyOf(marked);
  }

  /** The same by the ids of their runs, which mean the same everywhere. */
  List<Emission> addressed() {
    return List.copyOf(addressed);
  }

  /** How far something is may be said twice. */
  private static Emission once(Emission emission) {
    return emission.marks().isEmpty() && !(emission.report() instanceof Report.Measured)
        ? emission.with(new Mark(Emission.BY_US + RunId.random(), ""))
        : emission;
  }
}
