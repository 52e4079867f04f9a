package dev.hatchery.stream;

import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.protocol.Streaming.Frame;

/**
 * Somebody who watches a run: a place in the journal, and no queue. While it is live it is fed;
 * when its outlet is full it is skipped, and once that drains it reads on from its place. So a slow
 * reader, a reconnect and a missed message are one case.
 */
public final class Watcher {
  private static final int STRETCH = 128;

  /** Where a watcher's frames go. */
  public interface Outlet {
    /** Whether nothing should be written for now; then {@link Watcher#drained} will be called. */
    boolean full();

    /** Sends a frame that is an event of the journal. */
    void write(Event event, Bytes frame);

    /** Asks for what follows; the answer comes to {@link Watcher#followed}. */
    void follow(Journal.Read read);
  }

  private enum State {
    READING,
    LIVE,
    FULL
  }

  private final Outlet outlet;
  private final Filter filter;
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

  /** Starts reading from its place. */
  public void begin() {
    read();
  }

  /** It takes and asks nothing any more. */
  public void end() {
    over = true;
  }

  /** A new event of its run. */
  public void fed(Frame frame) {
    if (over || state != State.LIVE || frame.event().id() <= place) {
      return;
    }
    if (outlet.full()) {
      place = frame.event().id() - 1;
      conflating = true;
      state = State.FULL;
    } else {
      write(frame.event(), frame.sse());
    }
  }

  /**
   * The feed left something out after this place, so it has to be read.
   *
   * @param fedUpTo the last id that was fed
   */
  public void missed(long fedUpTo) {
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
    if (conflating) {
      // Whole, for a conflated tick may stand for one that lies before what is already written.
      Conflation.of(answer.frames()).forEach(frame -> write(frame.event(), frame.bytes()));
      return !over;
    }
    for (var frame : answer.frames()) {
      if (outlet.full()) {
        state = State.FULL;
        return false;
      }
      write(frame.event(), frame.sse());
    }
    return !over;
  }

  private void write(Event event, Bytes frame) {
    if (!over) {
      place = event.id();
      outlet.write(event, frame);
    }
  }

  private void read() {
    state = State.READING;
    outlet.follow(new Journal.Read(place, filter, STRETCH));
  }
}
