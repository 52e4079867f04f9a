package dev.hatchery.stream;

import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Streaming.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ticks of a run between two milestones become the newest of them. */
final class Conflation {
  private Conflation() {}

  /** The same frames in the order of their ids, ticks conflated. */
  static List<Shown> of(List<Frame> frames) {
    Map<Long, Shown> kept = new LinkedHashMap<>();
    Map<RunId, Shown> lastTicks = new HashMap<>();
    for (var frame : frames) {
      var event = frame.event();
      var before = lastTicks.remove(event.runId());
      var shown = Shown.of(frame);
      if (before != null && !event.milestone()) {
        kept.remove(before.id());
        shown = Shown.conflated(frame, before.seqFrom());
      }
      if (!event.milestone()) {
        lastTicks.put(event.runId(), shown);
      }
      kept.put(event.id(), shown);
    }
    return new ArrayList<>(kept.values());
  }
}
