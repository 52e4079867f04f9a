package dev.hatchery.web;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Run;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Watcher;
import dev.hatchery.stream.Way;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Predicate;

/** Somebody who waits for nothing but that a run comes to a stop. */
final class Ending implements Watcher.Outlet {
  private final Feed feed;
  private final Watcher watcher;
  private final Predicate<Event> end;
  private final Promise<Void> reached = Promise.promise();

  private Ending(Feed feed, Run run, Predicate<Event> end) {
    this.feed = feed;
    this.end = end;
    this.watcher = new Watcher(this, Filter.of(run.owner(), run.id()), 0);
  }

  /** That of this run. */
  static Ending of(Feed feed, Run run) {
    return new Ending(feed, run, Event::ending);
  }

  /** That of this run, or when it asks its owner something anew. */
  static Ending orQuestion(Feed feed, Run run) {
    var known = run.lastEventId();
    return new Ending(
        feed, run, event -> event.ending() || (event.id() > known && asks(event.type())));
  }

  private static boolean asks(String type) {
    return type.equals("clarification_needed");
  }

  /** Completes when it is there; fails when it is waited for no longer, which may be so already. */
  Future<Void> reached() {
    if (!reached.future().isComplete()) {
      feed.add(watcher);
    }
    return reached.future();
  }

  /** Waits no longer. */
  void leave() {
    feed.remove(watcher);
    reached.tryFail(Refusal.unknown());
  }

  @Override
  public boolean full() {
    return false;
  }

  @Override
  public void write(Shown shown) {
    if (end.test(shown.event())) {
      feed.remove(watcher);
      reached.tryComplete();
    }
  }

  @Override
  public Way way() {
    return Way.POLL;
  }

  @Override
  public void follow(Journal.Read read) {
    feed.follow(watcher, read);
  }
}
