package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.EventFeed;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.client.Signal;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One hatching from its order to its ending, shown by a display. */
final class Hatching {
  private static final Duration ROOM_BOUND = Duration.ofMinutes(10);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final String LOST = "The connection is lost; trying to reach Hatchery again…";

  private final Client client;
  private final Display display;
  private final Interruption interruption;
  private final Patience patience;
  private final long begun = System.nanoTime();
  private HatchView view;

  Hatching(
      Client client,
      Display display,
      Interruption interruption,
      Patience patience,
      String description) {
    this.client = client;
    this.display = display;
    this.interruption = interruption;
    this.patience = patience;
    this.view = HatchView.of(description);
  }

  /**
   * Hatches, and answers what is known at the end.
   *
   * @throws IOException when there was no server at the start, or none for too long
   */
  HatchView hatch(String description) throws IOException, Refusal, InterruptedException {
    var run = new Ordering(client, ROOM_BOUND, this::notice).order(description).text("id");
    interruption.callOffBy(() -> cancel(run));
    try (var feed = new EventFeed(client, run, patience)) {
      while (!view.stage().ended()) {
        take(feed.next(IDLE), run);
      }
    }
    return view;
  }

  private void take(@Nullable Signal signal, String run) throws IOException, Refusal {
    switch (signal) {
      case null -> display.idle(view, elapsed());
      case Signal.Arrived arrived -> event(arrived.event());
      case Signal.Cut cut -> notice(LOST);
      case Signal.Restored restored -> notice("");
      case Signal.Over over -> conclude(client.run(run));
      case Signal.Refused refused -> throw refused.refusal();
      case Signal.GaveUp gaveUp ->
          throw new IOException("no answer for %d s".formatted(patience.whole().toSeconds()));
    }
  }

  private void event(StreamEvent event) {
    view = view.after(event.type(), Facts.of(event.data()), elapsed());
    display.event(event, view, elapsed());
  }

  private void notice(String sentence) {
    view = view.noticing(sentence);
    display.idle(view, elapsed());
  }

  /** The ending's event was not to be had, so the run's state stands for it. */
  private void conclude(Facts run) throws IOException {
    var type =
        switch (run.text("status")) {
          case "succeeded" -> "complete";
          case "failed" -> "error";
          case "cancelled" -> "cancelled";
          default -> throw new IOException("its events ended before the run did");
        };
    event(new StreamEvent(null, type, run.ending()));
  }

  private void cancel(String run) {
    try {
      client.cancel(run);
    } catch (Refusal | IOException e) {
      // It has ended already, or the server has: either way there is nothing to wait for.
      interruption.close();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
