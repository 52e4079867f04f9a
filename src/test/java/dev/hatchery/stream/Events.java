package dev.hatchery.stream;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Subject;
import java.time.Instant;

/** Events as a test needs them. */
final class Events {
  static final RunId RUN = new RunId("0123456789abcdefghijklmnop");
  static final RunId OTHER_RUN = new RunId("ponmlkjihgfedcba9876543210");
  private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

  private Events() {}

  static Event tick(long id, long seq) {
    return event(RUN, id, seq, "llm_progress", false);
  }

  static Event milestone(long id, long seq) {
    return event(RUN, id, seq, "backstory_complete", true);
  }

  static Event event(RunId run, long id, long seq, String type, boolean milestone) {
    var data = "{\"run_id\":\"" + run + "\",\"seq\":" + seq + "}";
    return new Event(id, about(run), seq, type, milestone, false, NOW, data);
  }

  private static Subject about(RunId run) {
    return new Subject(run, 1, Owner.LOCAL, RunKind.HATCH, null);
  }

  static Event saying(String type, String data) {
    return new Event(7, about(RUN), 1, type, false, false, NOW, data);
  }
}
