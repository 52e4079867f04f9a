package dev.hatchery.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Several publishers at once.
 *
 * @param servers whom they emit to; those take turns
 * @param rate how many requests they make a second in all, 0 for as many as are acknowledged
 */
record Publishers(List<URI> servers, int count, double rate) {
  /** Those who emit to one server. */
  Publishers(URI server, int count, double rate) {
    this(List.of(server), count, rate);
  }

  /** Those who wait for nothing but their acknowledgements. */
  Publishers(URI server, int count) {
    this(server, count, 0);
  }

  /**
   * Emits, and returns when everything is acknowledged.
   *
   * @param from the number of the first request
   * @param to the number after the last
   * @param body what is emitted, by its number
   * @return how long each was under way until it was acknowledged
   */
  Latencies emit(long from, long to, LongFunction<String> body) {
    var next = new AtomicLong(from);
    var began = System.nanoTime();
    var acknowledged = new Latencies();
    Callable<Void> work =
        () -> {
          var publishers = servers.stream().map(Publisher::new).toList();
          for (var n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
            waitUntilDue(began, n - from);
            var sentAt = System.nanoTime();
            publishers.get((int) (n % publishers.size())).emit(body.apply(n));
            acknowledged.add(System.nanoTime() - sentAt);
          }
          publishers.forEach(Publisher::close);
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(count)) {
      var tasks = new ArrayList<Callable<Void>>();
      for (var i = 0; i < count; i++) {
        tasks.add(work);
      }
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return acknowledged;
  }

  private void waitUntilDue(long began, long place) {
    if (rate > 0) {
      var due = began + (long) (place * 1e9 / rate);
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
