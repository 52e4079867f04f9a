package dev.hatchery.web;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.stream.Watcher;
import io.vertx.core.Future;
import java.util.OptionalLong;

/** Where in the journal somebody begins to watch. */
sealed interface Start {
  /** The first stretch from there. */
  Future<Followed> read(Feed feed, Filter filter);

  /** The place from which that was read. */
  long place(Followed first);

  /** With everything. */
  static Start beginning() {
    return new After(0, false);
  }

  /** After the cursor, or else with this. */
  static Start of(OptionalLong cursor, Start otherwise) {
    return cursor.isPresent() ? new After(cursor.getAsLong(), true) : otherwise;
  }

  /**
   * After a place.
   *
   * @param resumes whether it is what the client says it has seen
   */
  record After(long place, boolean resumes) implements Start {
    @Override
    public Future<Followed> read(Feed feed, Filter filter) {
      return feed.follow(Watcher.first(filter, place));
    }

    @Override
    public long place(Followed first) {
      return place;
    }
  }

  /**
   * With the newest events.
   *
   * @param count how many at most, 0 to 1,000
   */
  record Newest(int count) implements Start {
    @Override
    public Future<Followed> read(Feed feed, Filter filter) {
      return feed.newest(filter, count);
    }

    @Override
    public long place(Followed first) {
      return first.frames().isEmpty() ? first.head() : first.frames().getFirst().event().id() - 1;
    }
  }
}
