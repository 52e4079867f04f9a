package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.RunId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Appends that are committed together, and what becomes of each. */
final class Batch {
  /** One append of a batch. */
  static final class Entry {
    final Journal.Append append;
    @Nullable ProblemException refusal;
    boolean repeated;
    List<Event> events = List.of();

    /** What to answer, without a refusal. */
    List<Long> ids = List.of();

    Entry(Journal.Append append) {
      this.append = append;
    }
  }

  private final List<Entry> entries;
  private final Map<RunId, RunPosition> positions;

  /** Judges every append by where its run stands, and by those before it in the batch. */
  Batch(List<Journal.Append> appends, Map<RunId, RunPosition> positions) {
    this.entries = appends.stream().map(Entry::new).toList();
    this.positions = positions;
    entries.forEach(this::judge);
  }

  List<Entry> entries() {
    return entries;
  }

  List<Entry> fresh() {
    return entries.stream().filter(entry -> entry.refusal == null && !entry.repeated).toList();
  }

  List<Entry> repeated() {
    return entries.stream().filter(entry -> entry.repeated).toList();
  }

  /** How many ids the journal must give. */
  int size() {
    return fresh().stream().mapToInt(entry -> entry.append.drafts().size()).sum();
  }

  /** Gives out the ids that end with {@code last}. */
  void number(long last) {
    var next = last - size() + 1;
    for (var entry : fresh()) {
      entry.events = events(entry.append, next);
      entry.ids = entry.events.stream().map(Event::id).toList();
      next += entry.events.size();
    }
  }

  /** The numbered events in the order of their ids. */
  List<Event> events() {
    var events = new ArrayList<Event>();
    entries.forEach(entry -> events.addAll(entry.events));
    return events;
  }

  private void judge(Entry entry) {
    var position = positions.get(entry.append.runId());
    try {
      if (position == null) {
        throw RunStore.noSuchRun();
      }
      entry.repeated = position.has(entry.append);
      if (!entry.repeated) {
        position.requireNext(entry.append);
        positions.put(entry.append.runId(), position.after(entry.append));
      }
    } catch (ProblemException e) {
      entry.refusal = e;
    }
  }

  private List<Event> events(Journal.Append append, long first) {
    var about = Objects.requireNonNull(positions.get(append.runId())).about();
    return IntStream.range(0, append.drafts().size())
        .mapToObj(
            place -> {
              var draft = append.drafts().get(place);
              return new Event(
                  first + place,
                  about,
                  draft.seq(),
                  draft.type(),
                  draft.milestone(),
                  draft.ending(),
                  stored(draft.at()),
                  draft.data());
            })
        .toList();
  }

  /** What is told is what will be read again. */
  private static Instant stored(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
