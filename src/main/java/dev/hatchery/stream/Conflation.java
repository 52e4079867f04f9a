package dev.hatchery.stream;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
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

  /** A frame, and the {@code seq} of the first event that it stands for. */
  record Out(Event event, Bytes whole, long seqFrom) {
    /** Its bytes; they say what it stands for when that is more than itself. */
    Bytes bytes() {
      return seqFrom == event.seq() ? whole : SseFrame.conflated(event, seqFrom);
    }
  }

  /** The same frames in the order of their ids, ticks conflated. */
  static List<Out> of(List<Frame> frames) {
    Map<Long, Out> kept = new LinkedHashMap<>();
    Map<RunId, Out> lastTicks = new HashMap<>();
    for (var frame : frames) {
      var event = frame.event();
      var before = lastTicks.remove(event.runId());
      var seqFrom = event.seq();
      if (before != null && !event.milestone()) {
        kept.remove(before.event().id());
        seqFrom = before.seqFrom();
      }
      var out = new Out(event, frame.sse(), seqFrom);
      if (!event.milestone()) {
        lastTicks.put(event.runId(), out);
      }
      kept.put(event.id(), out);
    }
    return new ArrayList<>(kept.values());
  }
}
