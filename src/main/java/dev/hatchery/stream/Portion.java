package dev.hatchery.stream;

import dev.hatchery.protocol.Event;
import java.util.List;

/**
 * New events for all who watch the same, in the order of their ids and at once. Belongs to one
 * event loop, and only until whoever gets it returns.
 */
public final class Portion {
  private final List<Shown> shown;

  /**
   * A portion.
   *
   * @param shown at least one
   */
  Portion(List<Shown> shown) {
    this.shown = List.copyOf(shown);
  }

  /** What is in it. */
  public List<Shown> shown() {
    return shown;
  }

  /** The ending of a run that is in it. */
  public boolean ends() {
    return shown.stream().map(Shown::event).anyMatch(Event::ending);
  }

  long first() {
    return shown.getFirst().id();
  }

  long last() {
    return shown.getLast().id();
  }
}
