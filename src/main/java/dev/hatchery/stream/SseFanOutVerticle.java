package dev.hatchery.stream;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Streaming;
import dev.hatchery.protocol.Streaming.Frame;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds this node's connections with the journal, in order and without a gap, each event encoded
 * once; event loop, one per node, deployed after storage and before the web.
 */
public final class SseFanOutVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SseFanOutVerticle.class);
  private static final int HOT_FRAMES = 4096;
  private static final long HOT_BYTES = 8L * 1024 * 1024;
  private static final int EARLY_MOST = 4096;
  private static final int STRETCH = 1000;
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final Duration BREATH = Duration.ofMillis(250);

  /** How long the loss of the last message may stay unnoticed, which no later one betrays. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Journal.Read HEAD = new Journal.Read(Long.MAX_VALUE, Filter.EVERYTHING, 1);

  /** What is committed while the head is being read; it is sorted in afterwards. */
  private final List<Event> beforeTheHead = new ArrayList<>();

  private final Bus bus;
  private final boolean alone;
  private Arrivals arrivals = new Arrivals(Long.MAX_VALUE, 0);
  private HotTail hot = new HotTail(0, 0, Long.MAX_VALUE);
  private boolean knowsHead;
  private boolean mending;
  private long lastSeen;
  private long tail;

  /**
   * A fan-out of this node.
   *
   * @param alone whether no other node commits, whose messages may be lost on their way
   */
  public SseFanOutVerticle(Bus bus, boolean alone) {
    this.bus = bus;
    this.alone = alone;
  }

  @Override
  public Future<?> start() {
    return bus.listen(Addresses.COMMITTED, told -> arrived(told.events()))
        .compose(listening -> bus.ask(Addresses.READ, HEAD))
        .onSuccess(this::headKnown)
        .compose(known -> bus.answerLater(Addresses.FOLLOW, this::follow))
        .compose(following -> bus.answerLater(Addresses.NEWEST, this::newest));
  }

  private void headKnown(Journal.Stretch stretch) {
    arrivals = new Arrivals(stretch.head(), EARLY_MOST);
    hot = new HotTail(HOT_FRAMES, HOT_BYTES, stretch.head());
    tail = stretch.tail();
    knowsHead = true;
    arrived(List.copyOf(beforeTheHead));
    beforeTheHead.clear();
    if (!alone) {
      vertx.setPeriodic(LOOK.toMillis(), look -> look());
    }
  }

  /** A look that fails is followed by another. */
  private void look() {
    bus.ask(Addresses.READ, HEAD)
        .onSuccess(
            stretch -> {
              lastSeen = Math.max(lastSeen, stretch.head());
              mendIfBehind();
            });
  }

  private void arrived(List<Event> events) {
    if (!knowsHead) {
      beforeTheHead.addAll(events);
      return;
    }
    feed(arrivals.take(events));
    mendIfBehind();
  }

  private boolean behind() {
    return arrivals.gap() || arrivals.head() < lastSeen;
  }

  private void mendIfBehind() {
    if (behind() && !mending) {
      mendAfter(PATIENCE);
    }
  }

  private void mendAfter(Duration wait) {
    mending = true;
    vertx.setTimer(wait.toMillis(), waited -> mend());
  }

  private void mend() {
    if (!behind()) {
      mending = false;
      return;
    }
    bus.ask(Addresses.READ, new Journal.Read(arrivals.head(), Filter.EVERYTHING, STRETCH))
        .onSuccess(this::mended)
        .onFailure(failure -> mendAfter(BREATH));
  }

  private void mended(Journal.Stretch stretch) {
    if (!stretch.events().isEmpty() && stretch.events().getFirst().id() > arrivals.head() + 1) {
      feed(arrivals.skipTo(stretch.events().getFirst().id() - 1));
    }
    feed(arrivals.take(stretch.events()));
    tail = Math.max(tail, stretch.tail());
    var whole = stretch.events().size() < STRETCH;
    if (whole) {
      // Nothing else up to there is kept any more.
      feed(arrivals.skipTo(stretch.head()));
    }
    if (whole && behind()) {
      mendAfter(BREATH);
    } else {
      mend();
    }
  }

  private void feed(List<Event> events) {
    var frames = frames(events);
    if (!frames.isEmpty()) {
      frames.forEach(hot::add);
      bus.announce(Addresses.FED, new Streaming.Fed(frames));
    }
  }

  private Future<Streaming.Followed> follow(Streaming.Follow follow) {
    var read = follow.read();
    if (hot.reaches(read.after()) && read.after() <= arrivals.head()) {
      return Future.succeededFuture(new Streaming.Followed(hot.read(read), arrivals.head(), tail));
    }
    return bus.ask(Addresses.READ, read).map(stretch -> followed(read, stretch));
  }

  private Future<Streaming.Followed> newest(Streaming.Newest asked) {
    return hot.newest(asked.filter(), asked.limit())
        .map(
            frames -> Future.succeededFuture(new Streaming.Followed(frames, arrivals.head(), tail)))
        .orElseGet(
            () ->
                bus.ask(
                        Addresses.READ_NEWEST,
                        new Journal.ReadNewest(asked.filter(), asked.limit()))
                    .map(
                        stretch ->
                            new Streaming.Followed(
                                frames(stretch.events()), stretch.head(), stretch.tail())));
  }

  private Streaming.Followed followed(Journal.Read read, Journal.Stretch stretch) {
    tail = Math.max(tail, stretch.tail());
    var events = stretch.events();
    // A full stretch is no whole one: who takes it for the end of the journal must look again.
    var head = events.size() < read.limit() ? stretch.head() : events.getLast().id();
    return new Streaming.Followed(frames(events), head, stretch.tail());
  }

  private static List<Frame> frames(List<Event> events) {
    return events.stream().flatMap(event -> frame(event).stream()).toList();
  }

  /** What cannot be a frame is our own defect: one event is left out, and the stream goes on. */
  private static Optional<Frame> frame(Event event) {
    try {
      return Optional.of(SseFrame.of(event));
    } catch (IllegalArgumentException e) {
      LOG.atError()
          .addKeyValue(RunId.KEY, event.runId())
          .log("Event {} cannot be shown: {}", event.id(), e.getMessage());
      return Optional.empty();
    }
  }
}
