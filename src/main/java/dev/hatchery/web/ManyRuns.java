package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Streaming.Followed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever runs there are and will be, as far as a filter takes them; never over. */
final class ManyRuns implements Sight {
  private static final int SHOWN_MOST = 1000;

  private final Bus bus;
  private final Filter filter;
  private final Instant opened;

  /**
   * Runs.
   *
   * @param opened since when they are watched
   */
  ManyRuns(Bus bus, Filter filter, Instant opened) {
    this.bus = bus;
    this.filter = filter;
    this.opened = opened;
  }

  @Override
  public Filter filter() {
    return filter;
  }

  @Override
  public boolean endsWith(Event event) {
    return false;
  }

  @Override
  public boolean endsAt(long place, Followed look) {
    return false;
  }

  @Override
  public boolean over() {
    return false;
  }

  @Override
  public long placeInsteadOf(long head) {
    return head;
  }

  @Override
  public Future<?> refresh() {
    return Future.succeededFuture();
  }

  @Override
  public Map<String, Object> beat(Instant now) {
    return Map.of(
        "status",
        "watching",
        "elapsed_seconds",
        Math.max(0, now.getEpochSecond() - opened.getEpochSecond()));
  }

  /** Those that have not ended, newest first. */
  @Override
  public Future<List<RunJson>> snapshot() {
    var open = Stream.of(RunStatus.RUNNING, RunStatus.QUEUED, RunStatus.PROPOSED).map(this::list);
    return Future.all(open.toList())
        .map(
            all -> {
              List<Storage.Runs> lists = all.list();
              return lists.stream()
                  .flatMap(list -> list.runs().stream())
                  .filter(run -> filter.run() == null || filter.run().names(run.subject()))
                  .sorted(Comparator.comparingLong(Run::number).reversed())
                  .map(RunJson::of)
                  .toList();
            });
  }

  private Future<Storage.Runs> list(RunStatus status) {
    return bus.ask(
        Addresses.LIST_RUNS,
        new Storage.ListRuns(filter.owner(), status, filter.kind(), 0, SHOWN_MOST));
  }
}
