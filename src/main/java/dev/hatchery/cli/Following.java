package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.EventFeed;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.client.Signal;
import dev.hatchery.cli.client.Source;
import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunView;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows one run to its ending, shown by a display. */
final class Following {
  private static final Duration IDLE = Duration.ofMillis(100);

  private final Client client;
  private final Display<RunView> display;
  private final Patience patience;
  private final RunClock clock;
  private final Notice calm;
  private RunView view;

  /**
   * @param view what is known of it already
   * @param calm what is said of the connection while nothing is the matter
   */
  Following(
      Client client,
      Display<RunView> display,
      Patience patience,
      RunClock clock,
      RunView view,
      Notice calm) {
    this.client = client;
    this.display = display;
    this.patience = patience;
    this.clock = clock;
    this.view = view.noticing(calm);
    this.calm = calm;
  }

  /**
   * Follows it, and answers what is known at its end.
   *
   * @throws IOException when there was no server for too long
   */
  RunView follow(String run) throws IOException, Refusal, InterruptedException {
    try (var feed = new EventFeed(client, Source.run(run), patience)) {
      while (!view.ended()) {
        take(feed.next(IDLE), run);
      }
    }
    return view;
  }

  /** Shows that there is something to wait for before the run has begun. */
  void notice(Notice notice) {
    view = view.noticing(notice);
    display.idle(view, clock.now());
  }

  private void take(@Nullable Signal signal, String run) throws IOException, Refusal {
    switch (signal) {
      case null -> display.idle(view, clock.now());
      case Signal.Arrived arrived -> event(arrived.event(), run);
      case Signal.Cut cut -> notice(Notice.RECONNECTING);
      case Signal.Restored restored -> notice(calm);
      case Signal.Over over -> conclude(client.run(run));
      case Signal.Refused refused -> throw refused.refusal();
      case Signal.GaveUp gaveUp ->
          throw new IOException("no answer for %d s".formatted(patience.whole().toSeconds()));
      case Signal.Broke broke -> throw broke.why();
    }
  }

  private void event(StreamEvent event, String run) throws IOException, Refusal {
    var data = Facts.of(event.data());
    if (event.type().equals("snapshot")) {
      // Some of its events are gone, so its state stands for them.
      view = RunView.of(client.run(run), clock.now()).noticing(calm);
    }
    var elapsed = clock.at(data);
    view = view.after(event.type(), data, elapsed).noticing(calm);
    display.event(event, view, view.ended() ? elapsed : clock.now());
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
    var data = run.ending();
    view = view.after(type, Facts.of(data), clock.now());
    display.event(new StreamEvent(null, type, data), view, clock.now());
  }
}
