package dev.hatchery.web;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Run;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Watcher;
import dev.hatchery.stream.Way;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Somebody who waits for nothing but the ending of a run. */
final class Ending implements Watcher.Outlet {
  private final Feed feed;
  private final Watcher watcher;
  private final Promise<Void> reached = Promise.promise();

  private Ending(Feed feed, Run run) {
    this.feed = feed;
    this.watcher = new Watcher(this, Filter.of(run.owner(), run.id()), 0);
  }

  /** Completes when the run has ended. */
  static Future<Void> of(Feed feed, Run run) {
    var ending = new Ending(feed, run);
    feed.add(ending.watcher);
    return ending.reached.future();
  }

  @Override
  public boolean full() {
    return false;
  }

  @Override
  public void write(Shown shown) {
    if (shown.event().ending()) {
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
