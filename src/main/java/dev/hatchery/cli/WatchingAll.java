package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.EventFeed;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.client.Signal;
import dev.hatchery.cli.client.Source;
import dev.hatchery.cli.view.Board;
import dev.hatchery.cli.view.Notice;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches all runs until it is interrupted. */
final class WatchingAll {
  private static final Duration IDLE = Duration.ofMillis(100);

  private final Client client;
  private final Display<Board> display;
  private final Patience patience;
  private final long begun = System.nanoTime();
  private Board board = new Board(Map.of(), Notice.LIVE);

  WatchingAll(Client client, Display<Board> display, Patience patience) {
    this.client = client;
    this.display = display;
    this.patience = patience;
  }

  /**
   * Watches.
   *
   * @return the exit code, where there was no server for too long
   */
  int watch() throws IOException, Refusal, InterruptedException {
    var runs = client.runs();
    var unfinished = unfinished();
    board = Board.of(unfinished, now()).noticing(Notice.LIVE);
    var all = new ArrayList<>(runs);
    all.addAll(unfinished);
    try (var feed = new EventFeed(client, Source.all(newest(all), 0), patience)) {
      while (true) {
        take(feed.next(IDLE));
      }
    }
  }

  private void take(@Nullable Signal signal) throws IOException, Refusal {
    switch (signal) {
      case null -> idle(board);
      case Signal.Arrived arrived -> event(arrived.event());
      case Signal.Cut cut -> idle(board.noticing(Notice.RECONNECTING));
      case Signal.Restored restored -> idle(board.noticing(Notice.LIVE));
      case Signal.Refused refused -> throw refused.refusal();
      case Signal.Over over -> throw new IOException("its events have ended");
      case Signal.GaveUp gaveUp ->
          throw new IOException("no answer for %d s".formatted(patience.whole().toSeconds()));
      case Signal.Broke broke -> throw broke.why();
    }
  }

  private void idle(Board next) {
    board = next.at(now());
    display.idle(board, now());
  }

  private void event(StreamEvent event) throws IOException, Refusal {
    var data = Facts.of(event.data());
    if (event.type().equals("snapshot")) {
      board = Board.of(data.list("runs"), now()).noticing(Notice.LIVE);
    } else if (data.has("run_id")) {
      known(data.text("run_id"));
      board = board.after(event.type(), data, now()).at(now());
    }
    display.event(event, board, now());
  }

  /** A run that began after we did. */
  private void known(String run) throws IOException {
    if (!board.knows(run)) {
      try {
        board = board.with(client.run(run), now());
      } catch (Refusal gone) {
        // It has been removed meanwhile, and with it what there was to show.
      }
    }
  }

  private List<Facts> unfinished() throws IOException, Refusal {
    var oldestFirst = new ArrayList<>(client.runs("running"));
    oldestFirst.addAll(0, client.runs("queued"));
    return oldestFirst.reversed();
  }

  /** Every event after this one is still to come. */
  private static long newest(List<Facts> runs) {
    return (long)
        runs.stream().mapToDouble(run -> run.number("last_event_id").orElse(0)).max().orElse(0);
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
