package dev.hatchery.progress;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event before it has its turn: what happened, and how far the run was with it.
 *
 * @param deeds what else becomes true with it
 * @param marks of all that it stands for
 * @param tickets of those who wait for it
 */
record Saying(
    Happening happening,
    Standing standing,
    @Nullable Checkpoint checkpoint,
    List<Deed> deeds,
    List<Mark> marks,
    List<Long> tickets) {

  Saying {
    deeds = List.copyOf(deeds);
    marks = List.copyOf(marks);
    tickets = List.copyOf(tickets);
  }

  /** Nobody waits for it. */
  Saying(Happening happening, Standing standing) {
    this(happening, standing, null, List.of(), List.of(), List.of());
  }

  /** A milestone, for which somebody waits by this ticket. */
  Saying(Progress.Reach reach, Standing standing, long ticket) {
    this(
        reach.milestone(), standing, reach.checkpoint(), reach.deeds(), List.of(), List.of(ticket));
  }

  /** It stands for this one as well, which it supersedes. */
  Saying standingFor(Saying superseded) {
    return new Saying(
        happening,
        standing,
        checkpoint == null ? superseded.checkpoint : checkpoint,
        both(superseded.deeds, deeds),
        both(superseded.marks, marks),
        both(superseded.tickets, tickets));
  }

  private static <T> List<T> both(List<T> earlier, List<T> later) {
    if (earlier.isEmpty()) {
      return later;
    }
    var both = new ArrayList<T>(earlier.size() + later.size());
    both.addAll(earlier);
    both.addAll(later);
    return both;
  }
}
