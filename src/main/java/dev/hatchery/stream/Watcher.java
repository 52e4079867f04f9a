package dev.hatchery.stream;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Followed;

/**
 * Somebody who watches: a place in the journal, and no queue. While it is live it is fed; when its
 * outlet is full it is skipped, and once that drains it reads on from its place. So a slow reader,
 * a reconnect and a missed message are one case.
 */
public final class Watcher {
  private static final int STRETCH = 128;

  /** Where a watcher's frames go. */
  public interface Outlet {
    /** Whether nothing should be written for now; then {@link Watcher#drained} will be called. */
    boolean full();

    /** Sends an event of the journal. */
    void write(Shown shown);

    /** Sends events that many get at the same moment; whoever can, shares one buffer. */
    default void write(Portion portion) {
      portion.shown().forEach(this::write);
    }

    /** How it is carried. */
    Way way();

    /** Tells that so many ticks were left out, since newer ones stand for them. */
    default void conflated(int ticks) {}

    /** Sends events that it was behind with. */
    default void catchUp(Portion portion) {
      portion.shown().forEach(this::write);
    }

    /** Asks for what follows; the answer comes to {@link Watcher#followed}. */
    void follow(Journal.Read read);

    /** Ends it, since writing failed; its client comes back and reads on from its place. */
    default void fail() {}
  }

  private enum State {
    READING,
    LIVE,
    FULL
  }

  private final Outlet outlet;
  private final Filter filter;

  /** Where it is in its audience, -1 while it is in none. */
  int seat = -1;

  private State state = State.READING;

  /** Until it was live once it replays, and a replay leaves nothing out. */
  private boolean conflating;

  private boolean over;
  private long place;

  /**
   * A watcher who has not begun.
   *
   * @param filter what it sees
   * @param place the last id it has seen, 0 for none
   */
  public Watcher(Outlet outlet, Filter filter, long place) {
    this.outlet = outlet;
    this.filter = filter;
    this.place = place;
  }

  /** What it sees. */
  public Filter filter() {
    return filter;
  }

  Way way() {
    return outlet.way();
  }

  /** How many events it has still to read where the last is this one; 0 while it is live. */
  long behind(long head) {
    return state == State.LIVE ? 0 : Math.max(0, head - place);
  }

  /** Starts reading from its place. */
  public void begin() {
    read();
  }

  /** What a watcher reads first, for whoever looks before there is one. */
  public static Journal.Read first(Filter filter, long place) {
    return new Journal.Read(place, filter, STRETCH);
  }

  /** Whether it is over; the first who ends it learns that it was not. */
  boolean end() {
    var first = !over;
    over = true;
    return first;
  }

  boolean over() {
    return over;
  }

  void fail() {
    if (!over) {
      outlet.fail();
    }
  }

  /** New events that it may see. */
  void fed(Portion portion) {
    if (over || state != State.LIVE || portion.last() <= place) {
      return;
    }
    if (outlet.full()) {
      place = Math.max(place, portion.first() - 1);
      conflating = true;
      state = State.FULL;
    } else if (portion.first() > place) {
      place = portion.last();
      outlet.write(portion);
    } else {
      portion.shown().forEach(this::writeNew);
    }
  }

  /**
   * The feed left something out after this place, so it has to be read.
   *
   * @param fedUpTo the last id that was fed
   */
  void missed(long fedUpTo) {
    if (!over && state == State.LIVE) {
      place = Math.max(place, fedUpTo);
      read();
    }
  }

  /** The outlet takes more. */
  public void drained() {
    if (!over && state == State.FULL) {
      read();
    }
  }

  /**
   * The answer to {@link Outlet#follow}.
   *
   * @param fedUpTo the last id that was fed meanwhile
   */
  public void followed(Followed answer, long fedUpTo) {
    if (over || !written(answer)) {
      return;
    }
    var exhausted = answer.frames().size() < STRETCH;
    if (exhausted) {
      place = Math.max(place, answer.head());
    }
    if (outlet.full()) {
      state = State.FULL;
    } else if (!exhausted || place < fedUpTo) {
      read();
    } else {
      state = State.LIVE;
      conflating = false;
    }
  }

  /** The answer did not come; it is asked again when the outlet says so. */
  public void unanswered() {
    if (!over && state == State.READING) {
      read();
    }
  }

  private boolean written(Followed answer) {
    // Whole, for a conflated tick may stand for one that lies before what is already written.
    var whole = conflating;
    var frames = answer.frames();
    var shown = whole ? Conflation.of(frames) : frames.stream().map(Shown::of).toList();
    if (shown.size() < frames.size()) {
      outlet.conflated(frames.size() - shown.size());
    }
    for (var portion : Portion.of(shown)) {
      if (!whole && outlet.full()) {
        state = State.FULL;
        return false;
      }
      try {
        catchUp(portion);
      } finally {
        portion.release();
      }
    }
    return !over;
  }

  private void catchUp(Portion portion) {
    if (!over && portion.first() > place) {
      place = portion.last();
      outlet.catchUp(portion);
    } else {
      portion.shown().forEach(this::writeNew);
    }
  }

  private void writeNew(Shown shown) {
    if (!over && shown.id() > place) {
      place = shown.id();
      outlet.write(shown);
    }
  }

  private void read() {
    state = State.READING;
    outlet.follow(new Journal.Read(place, filter, STRETCH));
  }
}
