package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has streams, sockets and other long answers open: no more than they may, and no longer than
 * they may. Whoever keeps one open for somebody takes a seat for it.
 */
final class Attendance {
  /** A session that is watched with is asked for before it ends, for watching is using it. */
  private static final Duration EARLY = Duration.ofMinutes(1);

  private final Gate gate;
  private final Clock clock;
  private final int most;

  /** How many each has open, with all instances of this node. */
  private final LocalMap<String, Integer> counts;

  private final Set<Seat> taken = new LinkedHashSet<>();

  Attendance(Vertx vertx, Gate gate, Clock clock, int most) {
    this.gate = gate;
    this.clock = clock;
    this.most = most;
    this.counts = vertx.sharedData().getLocalMap(Attendance.class.getName());
  }

  /** What somebody sits on while something is open for them. */
  final class Seat {
    private Runnable end = () -> {};
    private Principal principal;
    private long revision;
    private boolean left;
    private boolean unwelcome;

    private Seat(Principal principal) {
      this.principal = principal;
    }

    /** Says what closes it; this is run once, when its user may have it open no longer. */
    void whenOver(Runnable closing) {
      end = closing;
      if (unwelcome) {
        end.run();
      }
    }

    /** It is closed; may be said more than once. */
    void leave() {
      if (!left) {
        left = true;
        taken.remove(this);
        counts.computeIfPresent(name(principal), (who, open) -> open == 1 ? null : open - 1);
      }
    }

    private boolean doubtful(long now, Instant soon) {
      return revision != now || (principal.until() != null && principal.until().isBefore(soon));
    }

    private void judge(Optional<Principal> found, long now) {
      revision = now;
      if (found.isPresent()) {
        principal = found.get();
      } else if (!left) {
        leave();
        unwelcome = true;
        end.run();
      }
    }
  }

  /**
   * Takes a seat.
   *
   * @throws ProblemException when too much is open for the same one
   */
  Seat enter(Principal principal) {
    var open = counts.merge(name(principal), 1, Integer::sum);
    var seat = new Seat(principal);
    taken.add(seat);
    if (open > most && !principal.equals(Principal.ANYBODY)) {
      seat.leave();
      throw new ProblemException(
          new Problem.Busy(
              "too_many_streams",
              "You have %d streams open, which is all you may. Close one.".formatted(most),
              Duration.ofSeconds(10)));
    }
    return seat;
  }

  /**
   * Looks who may stay.
   *
   * @param revision another one than before when somebody may have lost what they had
   */
  void look(long revision) {
    var soon = clock.instant().plus(EARLY);
    Map<Long, Set<Seat>> doubtful =
        taken.stream()
            .filter(seat -> seat.doubtful(revision, soon))
            .collect(
                Collectors.groupingBy(seat -> seat.principal.credential(), Collectors.toSet()));
    // Where nobody answers the seats stay doubtful, and are asked for with the next look.
    doubtful.forEach(
        (credential, seats) ->
            gate.readmit(credential)
                .onSuccess(found -> seats.forEach(seat -> seat.judge(found, revision))));
  }

  /** All streams of a user are theirs together, whichever token they come with. */
  private static String name(Principal principal) {
    return principal.scope() == null
        ? "user " + principal.owner()
        : "link " + principal.credential();
  }
}
