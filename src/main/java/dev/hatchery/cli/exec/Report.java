package dev.hatchery.cli.exec;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Emission;
import dev.hatchery.cli.client.EventFeed;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.client.Signal;
import dev.hatchery.cli.client.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a Hatchery how far a command is, on a thread of its own: the command never waits for it.
 * What cannot be told in time is left out for what is newer; only the start and the end are told
 * until they are heard.
 */
final class Report {
  private static final Duration PACE = Duration.ofMillis(200);
  private static final int NAME = 8;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Supplier<Client> server;
  private final List<String> command;
  private final Onlooker onlooker;
  private final Duration endingMost;
  private final Runnable stop;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Ticks ticks = new Ticks();
  private volatile @Nullable EventFeed feed;
  private volatile @Nullable Outcome outcome;
  private volatile long ended;
  private volatile boolean cancelled;
  private volatile String trouble = "";
  private volatile String run = "";

  /**
   * @param server found or started on the report's own thread
   * @param endingMost how long the end of the command may be told after it
   * @param stop ends the command when its run is cancelled
   */
  Report(
      Supplier<Client> server,
      List<String> command,
      Onlooker onlooker,
      Duration endingMost,
      Runnable stop) {
    this.server = server;
    this.command = List.copyOf(command);
    this.onlooker = onlooker;
    this.endingMost = endingMost;
    this.stop = stop;
  }

  void start() {
    Thread.ofPlatform().daemon().name("report").start(this::report);
  }

  /** Tells how the command ended, and waits until that is heard or cannot be. */
  void end(Outcome how) throws InterruptedException {
    ended = System.nanoTime();
    outcome = how;
    var heard = feed;
    if (heard != null) {
      heard.wake();
    }
    over.await();
  }

  /** Whether somebody cancelled the run. */
  boolean cancelled() {
    return cancelled;
  }

  /** The run's id; empty before there is one. */
  String run() {
    return run;
  }

  /** What of it could not be told, and why, in a sentence; empty when all was. */
  String trouble() {
    return trouble;
  }

  private void report() {
    try {
      var client = server.get();
      run = begin(client);
      try (var opened = new EventFeed(client, Source.run(run), Patience.STEADFAST)) {
        feed = opened;
        follow(client, opened);
      }
    } catch (Refusal | IOException | RuntimeException e) {
      trouble =
          (run.isEmpty() ? "Nothing of this was recorded: " : "Not all of this was recorded: ")
              + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  private String begin(Client client) throws IOException, Refusal, InterruptedException {
    var started =
        Emission.of(
            "task_started",
            Facts.of(
                Map.of(
                    "task_id",
                    "exec-" + UUID.randomUUID().toString().substring(0, NAME),
                    "task_name",
                    CommandText.of(command),
                    "kind",
                    "command",
                    "story_count",
                    0)),
            null);
    while (true) {
      try {
        return client.emit(started).getFirst().text("run_id");
      } catch (IOException e) {
        lateness(e);
        Thread.sleep(AGAIN);
      } catch (Refusal refusal) {
        if (!refusal.forNow()) {
          throw refusal;
        }
        lateness(refusal);
        Thread.sleep(Objects.requireNonNullElse(refusal.retryAfter(), AGAIN));
      }
    }
  }

  private void follow(Client client, EventFeed feed)
      throws IOException, Refusal, InterruptedException {
    var told = false;
    while (true) {
      told = told || tell(client);
      if (told) {
        lateness(new IOException("its end is not there yet"));
      }
      var signal = feed.next(PACE);
      if (signal instanceof Signal.Arrived arrived && ends(arrived.event().type())) {
        return;
      } else if (signal instanceof Signal.Over) {
        gone(client.run(run));
        return;
      } else if (signal instanceof Signal.Refused refused) {
        throw refused.refusal();
      } else if (signal instanceof Signal.Broke broke) {
        throw broke.why();
      }
    }
  }

  /** Tells what there is to tell; whether that was the end. */
  private boolean tell(Client client) throws IOException, Refusal {
    var how = outcome;
    try {
      if (how == null) {
        ticks.tell(client, run, onlooker.look());
      } else {
        conclude(client, how);
        return true;
      }
    } catch (IOException e) {
      lateness(e);
      ticks.pause(AGAIN);
    } catch (Refusal refusal) {
      if (refusal.forNow()) {
        lateness(refusal);
        ticks.pause(Objects.requireNonNullElse(refusal.retryAfter(), AGAIN));
      } else if (refusal.conflict()) {
        // It has ended meanwhile: its ending is on its way.
        lateness(refusal);
      } else {
        throw refusal;
      }
    }
    return false;
  }

  private void conclude(Client client, Outcome how) throws IOException, Refusal {
    if (how.interrupted()) {
      client.cancel(run);
      return;
    }
    ticks.last(client, run, onlooker.lastLook());
    var data = Map.of("status", how.passed() ? "passed" : "failed", "exit_code", how.exitCode());
    client.emit(new Emission("task_completed", Facts.of(data), run, run + "-end"));
  }

  private boolean ends(String type) {
    if (type.equals("cancelled")) {
      cancel();
    }
    return type.equals("cancelled") || type.equals("complete") || type.equals("error");
  }

  private void gone(Facts state) {
    if (state.text("status").equals("cancelled")) {
      cancel();
    }
  }

  private void cancel() {
    if (outcome == null) {
      cancelled = true;
      stop.run();
    }
  }

  /** Gives up once the command has ended too long ago. */
  private <E extends Exception> void lateness(E why) throws E {
    if (outcome != null && System.nanoTime() - ended > endingMost.toNanos()) {
      throw why;
    }
  }
}
