package dev.hatchery.run;

import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;

/** Who waits for a kind of work, and is told when fewer are ahead. */
interface Line {
  /** The run waits in its place. */
  void add(Run run);

  /** The run waits no more. */
  void remove(RunId runId);

  /** How many are known to wait. */
  int length();

  /** So many are at work here now; whose place got better is told. */
  void moved(int working);
}
