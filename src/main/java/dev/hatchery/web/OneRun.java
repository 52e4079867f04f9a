package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Streaming.Followed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that is watched until it ends. */
final class OneRun implements Sight {
  private final Bus bus;
  private final Filter filter;
  private Run run;

  /**
   * A run.
   *
   * @param filter of its events
   */
  OneRun(Bus bus, Run run, Filter filter) {
    this.bus = bus;
    this.run = run;
    this.filter = filter;
  }

  /** All events of a run. */
  static OneRun all(Bus bus, Run run) {
    return new OneRun(bus, run, Filter.of(run.owner(), run.id()));
  }

  @Override
  public Filter filter() {
    return filter;
  }

  @Override
  public boolean endsWith(Event event) {
    return event.ending();
  }

  @Override
  public boolean endsAt(long place, Followed look) {
    return run.status().ended() && place >= run.lastEventId() && place <= look.head();
  }

  @Override
  public boolean over() {
    return run.status().ended();
  }

  /**
   * After what the snapshot shows, yet the ending is told again, so that the client learns a cursor
   * that holds.
   */
  @Override
  public long placeInsteadOf(long head) {
    return run.status().ended() ? run.lastEventId() - 1 : head;
  }

  @Override
  public Future<?> refresh() {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(run.owner(), RunRef.of(run.id())))
        .onSuccess(found -> run = found.run());
  }

  @Override
  public Map<String, Object> beat(Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("run_id", run.id().value());
    data.put("status", RunJson.name(run.status()));
    data.put("ahead", run.ahead());
    data.put(
        "elapsed_seconds", Math.max(0, now.getEpochSecond() - run.createdAt().getEpochSecond()));
    return data;
  }

  @Override
  public Future<List<RunJson>> snapshot() {
    return Future.succeededFuture(List.of(RunJson.of(run)));
  }
}
