package dev.hatchery.cli.client;

import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import dev.hatchery.wire.TooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run or of all, each once and in order, however often the connection breaks and
 * also over a restart of the server. A thread of its own reads; whoever follows takes one signal at
 * a time.
 */
public final class EventFeed implements AutoCloseable {
  private static final int EVENT_BYTES_MOST = 1024 * 1024;
  private static final int BUFFER_BYTES = 8 * 1024;
  private static final int SIGNALS_MOST = 1000;
  private static final int NO_CONTENT = 204;
  private static final Set<String> ENDINGS = Set.of("complete", "error", "cancelled");

  /** An empty one only wakes whoever waits. */
  private final BlockingQueue<Optional<Signal>> signals = new ArrayBlockingQueue<>(SIGNALS_MOST);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Client client;
  private final Source source;
  private final Patience patience;
  private final Thread reader;
  private long last;
  private int attempt;
  private long heard = System.nanoTime();
  private boolean ended;
  private @Nullable Duration askedToWait;
  private volatile long begun = System.nanoTime();
  private volatile @Nullable InputStream open;

  /** Starts to read the events of this source. */
  public EventFeed(Client client, Source source, Patience patience) {
    this.client = client;
    this.source = source;
    this.patience = patience;
    last = source.after();
    reader = Thread.ofPlatform().daemon().name("event-feed").start(this::read);
  }

  /** The next signal, or null when none comes in time or somebody wakes whoever waits for it. */
  public @Nullable Signal next(Duration wait) throws InterruptedException {
    cutIfSilent();
    var next = signals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? null : next.orElse(null);
  }

  /** Whoever waits, or will wait, for the next signal waits no longer. */
  public void wake() {
    // Where there is no room there are signals enough to wake them.
    var unused = signals.offer(Optional.empty());
  }

  @Override
  public void close() {
    closed.countDown();
    cut();
    reader.interrupt();
  }

  /** The number that an event's id is, or 0 when it is none. */
  static long number(@Nullable String id) {
    try {
      return id == null ? 0 : Long.parseLong(id);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void read() {
    try {
      while (!ended && closed.getCount() > 0) {
        connectOrEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever waits for a thread that has died would wait for ever. */
  private void connectOrEnd() throws InterruptedException {
    try {
      connect();
    } catch (RuntimeException e) {
      end(new Signal.Broke(e));
    }
  }

  private void connect() throws InterruptedException {
    try {
      var response = client.events(source.path(), last == 0 ? "" : Long.toString(last));
      try (var body = response.body()) {
        open = body;
        if (response.statusCode() == NO_CONTENT) {
          end(new Signal.Over());
          return;
        }
        drain(body);
      }
    } catch (Refusal refusal) {
      if (!refusal.forNow()) {
        end(new Signal.Refused(refusal));
      }
    } catch (IOException | TooLongException broken) {
      // The same as a stream that closes before its ending: go on from the last event.
    } finally {
      open = null;
    }
    if (!ended) {
      waitForServer();
    }
  }

  private void drain(InputStream body) throws IOException, InterruptedException {
    restored();
    var decoder = new EventStreamDecoder(EVENT_BYTES_MOST, false);
    var arrived = new ArrayDeque<StreamEvent>();
    var buffer = new byte[BUFFER_BYTES];
    for (var read = body.read(buffer); read >= 0 && !ended; read = body.read(buffer)) {
      heard = System.nanoTime();
      begun = heard;
      decoder.decode(buffer, read, arrived::add);
      askedToWait = decoder.retry();
      while (!arrived.isEmpty()) {
        arrived(arrived.remove());
      }
    }
  }

  private void arrived(StreamEvent event) throws InterruptedException {
    attempt = 0;
    if (event.type().equals("gap")) {
      // The journal has another head now, perhaps that of a backup: its numbers count from there.
      last = (long) Facts.of(event.data()).number("to").orElse(0);
    } else if (event.id() != null) {
      if (number(event.id()) <= last) {
        return;
      }
      last = number(event.id());
    }
    signals.put(Optional.of(new Signal.Arrived(event)));
    ended = source.ends() && ENDINGS.contains(event.type());
  }

  private void restored() throws InterruptedException {
    begun = System.nanoTime();
    if (attempt > 0) {
      signals.put(Optional.of(new Signal.Restored()));
    }
  }

  private void waitForServer() throws InterruptedException {
    if (since(heard, patience.whole())) {
      end(new Signal.GaveUp());
      return;
    }
    attempt++;
    if (attempt == 1) {
      signals.put(Optional.of(new Signal.Cut()));
    }
    closed.await(patience.before(attempt, askedToWait).toMillis(), TimeUnit.MILLISECONDS);
  }

  private void end(Signal signal) throws InterruptedException {
    ended = true;
    signals.put(Optional.of(signal));
  }

  private void cutIfSilent() {
    if (since(begun, patience.silence())) {
      cut();
    }
  }

  private static boolean since(long moment, Duration most) {
    return System.nanoTime() - moment > most.toNanos();
  }

  private void cut() {
    var body = open;
    if (body != null) {
      try {
        body.close();
      } catch (IOException e) {
        // It is broken already, which is what we want.
      }
    }
  }
}
