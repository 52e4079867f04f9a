package dev.hatchery.journey;

import dev.hatchery.bench.Latencies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody light who watches all runs, goes to another node whenever a line ends, and must see
 * every number of the journal once and in its order.
 */
final class Traveller implements Runnable {
  private static final int SILENCE_MILLIS = 10_000;

  private final Supplier<URI> doors;
  private final Latencies absences;
  private Duration pause = Duration.ofSeconds(1);
  private long away;
  private volatile long last;
  private volatile boolean here;
  private volatile boolean leaving;
  private volatile @Nullable String complaint;

  /**
   * Somebody who has seen nothing yet.
   *
   * @param doors where to go to next
   * @param absences to which is added how long each was, from the end of one line to the greeting
   *     on the next
   */
  Traveller(Supplier<URI> doors, Latencies absences) {
    this.doors = doors;
    this.absences = absences;
  }

  /** The number that was seen last. */
  long last() {
    return last;
  }

  /** Whether some node has greeted and not hung up. */
  boolean here() {
    return here;
  }

  /** What was lost or came again, or null. */
  @Nullable String complaint() {
    return complaint;
  }

  /** Comes back no more once its line ends. */
  void leave() {
    leaving = true;
  }

  @Override
  public void run() {
    while (!leaving && complaint == null) {
      try {
        watch(doors.get());
      } catch (IOException cut) {
        // There are other nodes.
      }
      if (here) {
        here = false;
        away = System.nanoTime();
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private void watch(URI to) throws IOException {
    try (var socket = new Socket(to.getHost(), to.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      var request =
          "GET /stream/progress HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nLast-Event-ID: %d\r\n\r\n"
              .formatted(to.getAuthority(), last);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (var line = in.readLine(); line != null && !leaving; line = in.readLine()) {
        hear(line);
      }
    }
  }

  /** A chunk never ends within a frame, so that its length stands in a line of its own. */
  private void hear(String line) {
    if (line.startsWith("retry: ")) {
      pause = Duration.ofMillis(Long.parseLong(line.substring(7)));
      greeted();
    } else if (line.startsWith("id: ")) {
      see(Long.parseLong(line.substring(4)));
    } else if (line.equals("event: gap")) {
      complaint = "a gap after " + last;
    }
  }

  private void greeted() {
    if (!here && away > 0) {
      absences.add(System.nanoTime() - away);
    }
    here = true;
  }

  private void see(long id) {
    if (id != last + 1 && complaint == null) {
      complaint = "%d after %d".formatted(id, last);
    }
    last = id;
  }
}
