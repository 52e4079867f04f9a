package dev.hatchery.cli.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Everything that a server spends its time with, one act after the other. */
public final class Rehearsal {
  private static final List<String> PAGES =
      List.of("/", "/watch", "/health", "/api/runs", "/api/agents", "/openapi.json", "/metrics");

  private static final String ONE = "crowd";
  private static final int LATEST = 100;

  private final URI server;
  private final int watchers;
  private final int speakers;
  private final Duration act;

  /**
   * A rehearsal with a server that nobody else uses.
   *
   * @param watchers how many watch at a time
   * @param speakers how many programs report at a time
   * @param act how long an act lasts
   */
  public Rehearsal(URI server, int watchers, int speakers, Duration act) {
    this.server = server;
    this.watchers = watchers;
    this.speakers = speakers;
    this.act = act;
  }

  /** Plays all of it; fails with an {@link UncheckedIOException} when the server does not. */
  public void play() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      PAGES.forEach(page -> Listener.read(server, page));
      manyRuns(threads);
      var events = oneRun(threads);
      manyReturn(threads, Math.min(events, LATEST));
    }
  }

  /** Each watches a run of its own; the longest act, since most code has a part in it. */
  private void manyRuns(ExecutorService threads) {
    var listeners = listeners(threads, place -> "run=" + run(place) + "&replay=0");
    speak(threads, act.multipliedBy(2), number -> run(number % watchers));
    listeners.forEach(Listener::close);
  }

  /** All watch the same; how many events that had at least. */
  private int oneRun(ExecutorService threads) {
    var listeners = listeners(threads, place -> "run=" + ONE + "&replay=0");
    var events = speak(threads, act, number -> ONE);
    listeners.forEach(Listener::close);
    return events;
  }

  /** Whoever comes back wants the latest events, and leaves once it has them. */
  private void manyReturn(ExecutorService threads, int events) {
    var end = System.nanoTime() + act.toNanos();
    together(
        threads,
        speakers,
        place -> {
          while (System.nanoTime() < end) {
            comeBack(events);
          }
        });
  }

  private void comeBack(int events) throws IOException {
    long place;
    try (var newest = new Listener(server, "run=" + ONE + "&replay=" + events)) {
      place = newest.hear(events);
    }
    try (var resumed = new Listener(server, "run=" + ONE + "&last_event_id=" + place)) {
      resumed.hear(events - 1);
    }
  }

  private interface Query {
    String of(int place);
  }

  private List<Listener> listeners(ExecutorService threads, Query query) {
    var listeners =
        IntStream.range(0, watchers)
            .mapToObj(place -> new Listener(server, query.of(place)))
            .toList();
    listeners.forEach(listener -> threads.execute(listener::hearToTheEnd));
    return listeners;
  }

  private int speak(ExecutorService threads, Duration howLong, Query run) {
    var said = new AtomicInteger();
    var end = System.nanoTime() + howLong.toNanos();
    together(
        threads,
        speakers,
        place -> {
          try (var speaker = new Speaker(server)) {
            for (var number = place; System.nanoTime() < end; number += speakers) {
              speaker.say(run.of(number), number);
              if (Speaker.lasts(number)) {
                said.incrementAndGet();
              }
            }
          }
        });
    return said.get();
  }

  private interface Part {
    void play(int place) throws IOException;
  }

  private static void together(ExecutorService threads, int many, Part part) {
    var all =
        IntStream.range(0, many)
            .mapToObj(place -> CompletableFuture.runAsync(() -> play(part, place), threads))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException known ? known : e;
    }
  }

  private static void play(Part part, int place) {
    try {
      part.play(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(int place) {
    return "run-" + place;
  }
}
