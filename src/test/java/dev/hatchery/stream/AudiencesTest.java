package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.protocol.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AudiencesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");
  private static final Owner ADA = new Owner("ada");
  private static final Owner BOB = new Owner("bob");
  private static final List<Subject> RUNS =
      List.of(
          new Subject(new RunId("a".repeat(26)), 1, ADA, RunKind.HATCH, null),
          new Subject(new RunId("b".repeat(26)), 2, ADA, RunKind.TASK, "nightly"),
          new Subject(new RunId("c".repeat(26)), 3, ADA, RunKind.TASK, "2"),
          new Subject(new RunId("d".repeat(26)), 4, BOB, RunKind.TASK, "nightly"),
          new Subject(new RunId("e".repeat(26)), 5, ADA, RunKind.COMMAND, "nightly"));
  private static final List<Filter> FILTERS =
      List.of(
          Filter.EVERYTHING,
          Filter.of(ADA),
          Filter.of(BOB),
          Filter.of(ADA, RUNS.get(0).runId()),
          Filter.of(ADA, RUNS.get(3).runId()),
          new Filter(ADA, new RunRef("nightly"), null, Set.of()),
          new Filter(ADA, new RunRef("2"), null, Set.of()),
          new Filter(BOB, new RunRef("004"), null, Set.of()),
          new Filter(ADA, new RunRef("nightly"), RunKind.COMMAND, Set.of("done")),
          new Filter(ADA, null, RunKind.TASK, Set.of()),
          new Filter(ADA, null, null, Set.of("done", "step")));

  /** A socket that is full when it likes. */
  private static final class Socket implements Watcher.Outlet {
    private final Random random;
    private final Watcher watcher;
    private final long from;
    private final List<Shown> written = new ArrayList<>();
    private boolean full;
    private Journal.@Nullable Read asked;

    Socket(Random random, Filter filter, long from) {
      this.random = random;
      this.from = from;
      this.watcher = new Watcher(this, filter, from);
    }

    @Override
    public boolean full() {
      return full;
    }

    @Override
    public void write(Shown shown) {
      written.add(shown);
      full |= random.nextInt(12) == 0;
    }

    @Override
    public Way way() {
      return Way.SSE;
    }

    @Override
    public void follow(Journal.Read read) {
      asked = read;
    }
  }

  /** A journal of several runs, a feed in batches that may lose some, and who watches. */
  private static final class World {
    private final Random random;
    private final Audiences audiences = new Audiences();
    private final List<Event> journal = new ArrayList<>();
    private final Map<RunId, Long> seqs = new HashMap<>();
    private final List<Socket> sockets = new ArrayList<>();
    private int fed;

    World(Random random) {
      this.random = random;
    }

    void append() {
      var about = RUNS.get(random.nextInt(RUNS.size()));
      var seq = seqs.merge(about.runId(), 1L, Long::sum);
      var milestone = random.nextInt(4) == 0;
      var type = milestone ? "done" : random.nextBoolean() ? "step" : "progress";
      journal.add(
          new Event(
              journal.size() + 1L,
              about,
              seq,
              type,
              milestone,
              false,
              NOW,
              "{\"seq\":" + seq + "}"));
    }

    void feed() {
      var lost = random.nextInt(12) == 0 ? 1 : 0;
      var from = Math.min(journal.size(), fed + lost);
      var to = Math.min(journal.size(), from + 1 + random.nextInt(8));
      if (from < to) {
        audiences.fed(journal.subList(from, to).stream().map(SseFrame::of).toList());
        fed = to;
      }
    }

    void come() {
      var filter = FILTERS.get(random.nextInt(FILTERS.size()));
      var socket = new Socket(random, filter, random.nextInt(journal.size() + 1));
      sockets.add(socket);
      audiences.add(socket.watcher);
      socket.watcher.begin();
    }

    void leave() {
      if (!sockets.isEmpty()) {
        audiences.remove(sockets.remove(random.nextInt(sockets.size())).watcher);
      }
    }

    void answer(Socket socket) {
      var read = socket.asked;
      if (read == null) {
        return;
      }
      socket.asked = null;
      if (random.nextInt(10) == 0) {
        socket.watcher.unanswered();
        return;
      }
      var frames =
          journal.stream()
              .filter(event -> event.id() > read.after())
              .filter(read.filter()::takes)
              .limit(read.limit())
              .map(SseFrame::of)
              .toList();
      socket.watcher.followed(new Followed(frames, journal.size(), 0), audiences.head());
    }

    void step() {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> append();
        case 3, 4 -> feed();
        case 5 -> sockets.forEach(this::answer);
        case 6 -> sockets.forEach(World::drain);
        case 7 -> come();
        default -> {
          if (random.nextInt(4) == 0) {
            leave();
          }
        }
      }
    }

    static void drain(Socket socket) {
      socket.full = false;
      socket.watcher.drained();
    }

    void settle() {
      while (fed < journal.size()
          || sockets.stream().anyMatch(socket -> socket.full || socket.asked != null)) {
        feed();
        sockets.forEach(this::answer);
        sockets.forEach(World::drain);
        if (fed >= journal.size() && audiences.head() < journal.size()) {
          append();
        }
      }
    }
  }

  @Property(tries = 300)
  void whoeverWatchesWhateverGetsAllOfItOnceInOrder(@ForAll Random random) {
    var world = new World(random);
    for (var i = 0; i < 500; i++) {
      world.step();
    }
    world.append();
    world.settle();
    for (var socket : world.sockets) {
      check(world, socket);
    }
  }

  private static void check(World world, Socket socket) {
    List<Event> due =
        world.journal.stream()
            .filter(event -> event.id() > socket.from)
            .filter(socket.watcher.filter()::takes)
            .toList();
    Map<RunId, List<Event>> left = new LinkedHashMap<>();
    due.forEach(event -> left.computeIfAbsent(event.runId(), run -> new ArrayList<>()).add(event));
    var last = 0L;
    for (var shown : socket.written) {
      assertThat(shown.id()).isGreaterThan(last);
      last = shown.id();
      // What it stands for are the next ones of its run, and no milestone but itself.
      var next = Objects.requireNonNull(left.get(shown.event().runId()));
      assertThat(next).isNotEmpty();
      assertThat(next.getFirst().seq()).isEqualTo(shown.seqFrom());
      while (next.getFirst().id() < shown.id()) {
        assertThat(next.removeFirst().milestone()).isFalse();
      }
      assertThat(next.removeFirst()).isEqualTo(shown.event());
    }
    assertThat(left.values()).allMatch(List::isEmpty);
  }

  /** A live watcher of everything. */
  private static Watcher live(Audiences audiences, Consumer<Watcher> written) {
    var self = new Watcher[1];
    var outlet =
        new Watcher.Outlet() {
          @Override
          public boolean full() {
            return false;
          }

          @Override
          public void write(Shown shown) {
            written.accept(self[0]);
          }

          @Override
          public Way way() {
            return Way.SSE;
          }

          @Override
          public void follow(Journal.Read read) {}

          @Override
          public void fail() {
            audiences.remove(self[0]);
          }
        };
    var watcher = new Watcher(outlet, Filter.EVERYTHING, 0);
    self[0] = watcher;
    audiences.add(watcher);
    watcher.followed(new Followed(List.of(), 0, 0), 0);
    return watcher;
  }

  @Property(tries = 20)
  void whoLeavesOrFailsWhileAllAreServedCostsNobodyTheirEvent(@ForAll Random random) {
    var audiences = new Audiences();
    var served = new ArrayList<Watcher>();
    var gone = new HashSet<Watcher>();
    var watchers = new ArrayList<Watcher>();
    for (var i = 0; i < 8; i++) {
      watchers.add(
          live(
              audiences,
              self -> {
                served.add(self);
                if (random.nextInt(4) == 0) {
                  gone.add(self);
                  throw new IllegalStateException("the socket is broken");
                }
                var other = watchers.get(random.nextInt(8));
                if (random.nextBoolean()) {
                  gone.add(other);
                  audiences.remove(other);
                }
              }));
    }
    audiences.fed(List.of(SseFrame.of(Events.tick(1, 1))));
    assertThat(served).doesNotHaveDuplicates();
    assertThat(watchers)
        .allSatisfy(
            watcher -> assertThat(served.contains(watcher) || gone.contains(watcher)).isTrue());
    var before = Set.copyOf(gone);
    served.clear();
    audiences.fed(List.of(SseFrame.of(Events.tick(2, 2))));
    assertThat(served).doesNotContainAnyElementsOf(before);
  }

  @Test
  void whoeverIsNotLiveIsCountedAsBehindTheJournal() {
    var audiences = new Audiences();
    audiences.start(50);
    live(audiences, any -> {});
    var reads = new Watcher(new Socket(new Random(), Filter.EVERYTHING, 0), Filter.EVERYTHING, 8);
    audiences.add(reads);
    reads.begin();

    assertThat(audiences.census().watchers()).containsEntry(Way.SSE, 2).containsEntry(Way.POLL, 0);
    assertThat(audiences.census().behind()).containsExactly(42L);

    audiences.remove(reads);

    assertThat(audiences.census().watchers()).containsEntry(Way.SSE, 1);
    assertThat(audiences.census().behind()).isEmpty();
  }
}
