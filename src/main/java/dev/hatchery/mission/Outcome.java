package dev.hatchery.mission;

import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Findings;
import java.util.List;

/**
 * What came of a step.
 *
 * @param findings what is known now
 * @param message one sentence for people
 * @param deeds what becomes true with it
 */
record Outcome(Findings findings, String message, List<Deed> deeds) {
  Outcome {
    deeds = List.copyOf(deeds);
  }

  Outcome(Findings findings, String message) {
    this(findings, message, List.of());
  }
}
