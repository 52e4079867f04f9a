package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.protocol.Streaming.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class WatcherTest {
  private static final Pattern SEQ_FROM = Pattern.compile("\"seq_from\":(\\d+)");

  /** A journal, a feed that forgets, and a socket that is full when it likes. */
  private static final class World implements Watcher.Outlet {
    private final Random random;
    private final List<Event> journal = new ArrayList<>();
    private final List<Event> written = new ArrayList<>();
    private final List<Long> from = new ArrayList<>();
    private long fed;
    private boolean full;
    private int leftOut;
    private Journal.@Nullable Read asked;

    World(Random random) {
      this.random = random;
    }

    @Override
    public boolean full() {
      return full;
    }

    @Override
    public void write(Shown shown) {
      var seqFrom = SEQ_FROM.matcher(new String(shown.sse().copy(), StandardCharsets.UTF_8));
      written.add(shown.event());
      from.add(seqFrom.find() ? Long.parseLong(seqFrom.group(1)) : shown.event().seq());
      full |= random.nextInt(6) == 0;
    }

    @Override
    public Way way() {
      return Way.SSE;
    }

    @Override
    public void conflated(int ticks) {
      assertThat(ticks).isPositive();
      leftOut += ticks;
    }

    @Override
    public void follow(Journal.Read read) {
      asked = read;
    }

    void append() {
      var seq = journal.size() + 1;
      journal.add(random.nextInt(5) == 0 ? Events.milestone(seq, seq) : Events.tick(seq, seq));
    }

    void feed(Watcher watcher) {
      if (fed < journal.size()) {
        var next = journal.get((int) fed);
        if (random.nextInt(10) == 0) {
          watcher.missed(fed);
        }
        fed = next.id();
        watcher.fed(new Portion(List.of(Shown.of(SseFrame.of(next)))));
      }
    }

    void answer(Watcher watcher) {
      var read = asked;
      if (read == null) {
        return;
      }
      asked = null;
      if (random.nextInt(10) == 0) {
        watcher.unanswered();
        return;
      }
      List<Frame> frames =
          journal.stream()
              .filter(event -> event.id() > read.after())
              .limit(read.limit())
              .map(SseFrame::of)
              .toList();
      watcher.followed(new Followed(frames, journal.size(), 0), fed);
    }

    void drain(Watcher watcher) {
      full = false;
      watcher.drained();
    }

    void step(Watcher watcher) {
      switch (random.nextInt(4)) {
        case 0 -> append();
        case 1 -> feed(watcher);
        case 2 -> answer(watcher);
        default -> drain(watcher);
      }
    }

    void settle(Watcher watcher) {
      while (fed < journal.size() || asked != null || full) {
        feed(watcher);
        answer(watcher);
        drain(watcher);
      }
    }
  }

  @Property(tries = 200)
  void whateverHappensNothingIsLostDoubledOrOutOfOrder(@ForAll Random random) {
    var world = new World(random);
    var watcher = new Watcher(world, Filter.of(Owner.LOCAL, Events.RUN), 0);
    watcher.begin();
    for (var i = 0; i < 400; i++) {
      world.step(watcher);
    }
    world.settle(watcher);
    var last = 0L;
    for (var i = 0; i < world.written.size(); i++) {
      assertThat(world.from.get(i)).isEqualTo(last + 1);
      last = world.written.get(i).seq();
    }
    assertThat(last).isEqualTo(world.journal.size());
    assertThat(world.written.size() + world.leftOut).isEqualTo(world.journal.size());
    assertThat(world.written).containsAll(world.journal.stream().filter(Event::milestone).toList());
  }

  @Property(tries = 200)
  void aReplayLeavesNothingOutHoweverSlowItsReader(@ForAll Random random) {
    var world = new World(random);
    for (var i = 0; i < 300; i++) {
      world.append();
    }
    world.fed = world.journal.size();
    var watcher = new Watcher(world, Filter.of(Owner.LOCAL, Events.RUN), 40);
    watcher.begin();
    world.settle(watcher);
    assertThat(world.written).isEqualTo(world.journal.subList(40, 300));
    assertThat(world.leftOut).isZero();
  }
}
