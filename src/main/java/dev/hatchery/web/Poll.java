package dev.hatchery.web;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Watcher;
import dev.hatchery.stream.Way;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** Somebody who waits for the next event, for a while. */
final class Poll implements Watcher.Outlet {
  private final Vertx vertx;
  private final Feed feed;
  private final Watcher watcher;
  private final long place;
  private final int limit;
  private final Promise<EventPage> answer = Promise.promise();

  /**
   * One who has not begun.
   *
   * @param place the journal's last id, after which nothing was found so far
   * @param limit how many events are wanted at most
   */
  Poll(Vertx vertx, Feed feed, Filter filter, long place, int limit) {
    this.vertx = vertx;
    this.feed = feed;
    this.place = place;
    this.limit = limit;
    this.watcher = new Watcher(this, filter, place);
  }

  /** Completes with the first events that come, or without any when the time is over. */
  Future<EventPage> wait(RoutingContext ctx, Duration most) {
    var late = vertx.setTimer(most.toMillis(), waited -> end());
    // Whoever goes away frees what waits for them.
    ctx.addEndHandler(over -> end());
    feed.add(watcher);
    return answer.future().onComplete(done -> vertx.cancelTimer(late));
  }

  /** Answers without any events, now. */
  void end() {
    answer(EventPage.nothing(place));
  }

  @Override
  public boolean full() {
    return answer.future().isComplete();
  }

  @Override
  public void write(Shown shown) {
    answer(EventPage.of(List.of(shown), limit));
  }

  @Override
  public void write(Portion portion) {
    answer(EventPage.of(portion.shown(), limit));
  }

  @Override
  public Way way() {
    return Way.POLL;
  }

  @Override
  public void follow(Journal.Read read) {
    feed.follow(watcher, read);
  }

  private void answer(EventPage page) {
    feed.remove(watcher);
    answer.tryComplete(page);
  }
}
