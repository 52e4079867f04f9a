package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

    /** What is to be told. */
    List<Event> events = List.of();

    /** What was committed before, and usually told as well. */
    List<Event> before = List.of();

    /** What to answer, without a refusal. */
    List<Long> ids = List.of();

    Entry(Journal.Append append) {
      this.append = append;
    }
  }

  private final List<Entry> entries;
  private final Map<RunId, RunPosition> positions;
  private final Marks marks;

  /** Judges every append by where its run stands, and by those before it in the batch. */
  Batch(List<Journal.Append> appends, Map<RunId, RunPosition> positions, Marks marks) {
    this.entries = appends.stream().map(Entry::new).toList();
    this.positions = positions;
    this.marks = marks;
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

  /** What is to be told, in the order of the ids. */
  List<Event> events() {
    return entries.stream()
        .flatMap(entry -> entry.events.stream())
        .sorted(Comparator.comparingLong(Event::id))
        .toList();
  }

  /** An append was committed before, under these ids. */
  void known(Entry repeated, List<Long> ids) {
    repeated.ids = ids;
    repeated.before =
        IntStream.range(0, ids.size())
            .mapToObj(place -> event(repeated.append, place, ids.get(place)))
            .toList();
  }

  private void judge(Entry entry) {
    var position = positions.get(entry.append.runId());
    try {
      if (position == null) {
        throw RunStore.noSuchRun();
      }
      entry.repeated = position.mayHave(entry.append);
      if (!entry.repeated) {
        position.requireNext(entry.append);
        requireNew(position.about().owner(), entry.append);
        positions.put(entry.append.runId(), position.after(entry.append));
      }
    } catch (ProblemException e) {
      entry.refusal = e;
    }
  }

  private void requireNew(Owner owner, Journal.Append append) {
    if (marks.recorded(owner, append)) {
      throw new ProblemException(new Problem.Stale("Another node has recorded this by now."));
    }
  }

  private List<Event> events(Journal.Append append, long first) {
    return IntStream.range(0, append.drafts().size())
        .mapToObj(place -> event(append, place, first + place))
        .toList();
  }

  private Event event(Journal.Append append, int place, long id) {
    var draft = append.drafts().get(place);
    return new Event(
        id,
        Objects.requireNonNull(positions.get(append.runId())).about(),
        draft.seq(),
        draft.type(),
        draft.milestone(),
        draft.ending(),
        stored(draft.at()),
        draft.data());
  }

  /** What is told is what will be read again. */
  private static Instant stored(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
