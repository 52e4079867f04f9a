package dev.hatchery.stream;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Frame;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The newest frames, so that whoever is only a little behind needs no storage. */
final class HotTail {
  private final int framesMost;
  private final long bytesMost;

  /** By their ids, so that who is a little behind does not cost a look at all of them. */
  private final TreeMap<Long, Frame> frames = new TreeMap<>();

  private long bytes;
  private long floor;

  /**
   * An empty one.
   *
   * @param floor the journal's head: nothing up to it is held here
   */
  HotTail(int framesMost, long bytesMost, long floor) {
    this.framesMost = framesMost;
    this.bytesMost = bytesMost;
    this.floor = floor;
  }

  /** Takes the next frame of the journal and lets go of the oldest when there is no room. */
  void add(Frame frame) {
    frames.put(frame.event().id(), frame);
    bytes += frame.sse().length();
    while (frames.size() > framesMost || bytes > bytesMost) {
      var oldest = frames.pollFirstEntry();
      bytes -= oldest.getValue().sse().length();
      floor = oldest.getKey();
    }
  }

  /** Whether everything after this place is held here. */
  boolean reaches(long place) {
    return place >= floor;
  }

  /** The newest ones that the filter takes, or nothing when older ones may be among them. */
  Optional<List<Frame>> newest(Filter filter, int limit) {
    var newest = new ArrayDeque<Frame>();
    var older = frames.descendingMap().values().iterator();
    while (newest.size() < limit && older.hasNext()) {
      var frame = older.next();
      if (filter.takes(frame.event())) {
        newest.addFirst(frame);
      }
    }
    return newest.size() == limit || floor == 0
        ? Optional.of(List.copyOf(newest))
        : Optional.empty();
  }

  /** What was asked for, from a place that is reached. */
  List<Frame> read(Journal.Read read) {
    return frames.tailMap(read.after(), false).values().stream()
        .filter(frame -> read.filter().takes(frame.event()))
        .limit(read.limit())
        .toList();
  }
}
