package dev.hatchery.journey;

import dev.hatchery.wire.EventStreamDecoder;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Who has the page "Missions" open, without its looks: hears what it hears and asks what it asks,
 * as {@code known-missions.js} and {@code surroundings.js} do.
 */
final class Dashboard {
  private static final int LONGEST = 1 << 20;
  private static final long SOON = 400; // ms
  private static final long SPREAD = 3_000; // ms
  private static final Pattern ARTIFACT = Pattern.compile("\"artifact_reference\":\"([^\"]+)\"");
  private static final Pattern AMENDED = Pattern.compile("\"changed_fields\":\\[\"");
  private static final List<String> AROUND =
      List.of("/api/analytics/all", "/recipes", "/schedules");

  private final Dashboards room;
  private final EventStreamDecoder decoder = new EventStreamDecoder(LONGEST, false);
  private final ResponseScan answers = new ResponseScan();
  private final SocketChannel asking;
  private final Deque<String> wanted = new ArrayDeque<>();
  private final Set<String> artifacts = new HashSet<>();
  private final AtomicInteger seen = new AtomicInteger();
  private boolean waiting;
  private boolean reading;
  private volatile boolean live;

  /** Opens one more in this room. */
  Dashboard(Dashboards room) throws IOException {
    this.room = room;
    asking = room.connect(this::answered);
    room.ask(room.connect(this::hear), "/stream/progress?replay=0", "text/event-stream");
  }

  /** Whether it is told what happens from now on. */
  boolean isLive() {
    return live;
  }

  /** How many missions it has seen the end of. */
  int seen() {
    return seen.get();
  }

  /**
   * Takes the response as it comes, with its head and the sizes of its chunks: to a reader of
   * events these are fields that it does not know, and no chunk of ours ends within a line.
   */
  private void hear(byte[] bytes, int length) {
    live = true;
    decoder.decode(bytes, length, event -> hear(event.type(), event.data()));
  }

  private void hear(String type, String data) {
    switch (type) {
      case "mission_changed" -> {
        if (AMENDED.matcher(data).find()) {
          throw new AssertionError("a page would ask for the history of " + data);
        }
      }
      case "artifact_preview" -> lookAt(data);
      case "complete" -> {
        seen.incrementAndGet();
        readAroundLater();
      }
      default -> {}
    }
  }

  private void lookAt(String data) {
    var artifact = ARTIFACT.matcher(data);
    if (artifact.find() && artifacts.add(artifact.group(1))) {
      ask("/artifacts/" + artifact.group(1));
      ask("/artifacts/" + artifact.group(1) + "/preview");
    }
  }

  private void readAroundLater() {
    if (!reading) {
      reading = true;
      var wait = SOON + ThreadLocalRandom.current().nextLong(SPREAD);
      room.after(Duration.ofMillis(wait), this::readAround);
    }
  }

  private void readAround() {
    reading = false;
    AROUND.forEach(this::ask);
  }

  private void ask(String path) {
    wanted.add(path);
    askNext();
  }

  private void askNext() {
    if (!waiting && !wanted.isEmpty()) {
      waiting = true;
      room.ask(asking, wanted.remove(), "application/json, text/html");
    }
  }

  private void answered(byte[] bytes, int length) {
    if (answers.ends(bytes, length)) {
      waiting = false;
      askNext();
    }
  }
}
