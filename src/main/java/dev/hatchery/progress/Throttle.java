package dev.hatchery.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets at most so many things of one run pass in any second. A burst of that many passes at once;
 * beyond it, milestones wait in line and of the ticks only the newest is kept.
 *
 * @param <T> what passes
 */
final class Throttle<T> {
  static final int MILESTONES_MOST = 100;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** So that both ends of a second may be counted, in a clock of milliseconds. */
  private static final Duration WINDOW = SECOND.plusMillis(1);

  private record Waiting<T>(T thing, boolean milestone) {}

  private final int perSecond;
  private final Deque<Instant> passed = new ArrayDeque<>();
  private final Deque<Waiting<T>> line = new ArrayDeque<>();
  private @Nullable T tick;
  private int milestones;
  private boolean crowded;

  /**
   * A throttle through which something has passed before.
   *
   * @param perSecond how many pass in any second; 0 for no limit
   * @param passed when the last things passed, in order
   */
  Throttle(int perSecond, Collection<Instant> passed) {
    this.perSecond = perSecond;
    passed.forEach(this::remember);
  }

  /** Offers a tick, which supersedes the one that still waits. */
  void tick(T newest, Instant now) {
    var relaxed = tick == null && quietBefore(now);
    crowded = (crowded && !relaxed) || nextSlot().isAfter(now);
    tick = newest;
  }

  /** The tick that would be superseded now, or null. */
  @Nullable T superseded() {
    return tick;
  }

  /** Whether something stands in line that nothing may overtake or replace. */
  boolean lined() {
    return !line.isEmpty();
  }

  /** Whether a further milestone must be refused. */
  boolean full() {
    return milestones >= MILESTONES_MOST;
  }

  /** Offers a milestone. The tick before it keeps its place in front: it may be the last one. */
  void milestone(T thing) {
    if (tick != null) {
      line.add(new Waiting<>(tick, false));
      tick = null;
    }
    line.add(new Waiting<>(thing, true));
    milestones++;
  }

  /** What passes now, in order. */
  List<T> take(Instant now) {
    var taken = new ArrayList<T>();
    for (var due = due(); due != null && !due.isAfter(now); due = due()) {
      taken.add(next());
      remember(now);
    }
    return taken;
  }

  /** When something passes next, perhaps long ago; null when nothing waits. */
  @Nullable Instant due() {
    if (!line.isEmpty()) {
      return nextSlot();
    }
    return tick == null ? null : later(nextSlot(), nextBeat());
  }

  /** When the last things passed, for the throttle that follows this one. */
  List<Instant> passed() {
    return List.copyOf(passed);
  }

  private T next() {
    var first = line.poll();
    if (first != null) {
      milestones -= first.milestone() ? 1 : 0;
      return first.thing();
    }
    var newest = Objects.requireNonNull(tick);
    tick = null;
    return newest;
  }

  private void remember(Instant at) {
    if (perSecond == 0) {
      return;
    }
    passed.add(at);
    if (passed.size() > perSecond) {
      passed.remove();
    }
  }

  private Instant nextSlot() {
    return perSecond > 0 && passed.size() == perSecond
        ? passed.getFirst().plus(WINDOW)
        : Instant.MIN;
  }

  /** Ticks that are too many come evenly, not ten at once and then nothing for a second. */
  private Instant nextBeat() {
    return crowded ? passed.getLast().plus(SECOND.dividedBy(perSecond)) : Instant.MIN;
  }

  private boolean quietBefore(Instant now) {
    return passed.isEmpty() || passed.getLast().plus(SECOND).isBefore(now);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
