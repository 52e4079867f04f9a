package dev.hatchery.cli.exec;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Emission;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.client.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Tells how far a command is: at most five times a second, and where only its words change once.
 * Not for several threads.
 */
final class Ticks {
  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration PACE_OF_WORDS = Duration.ofSeconds(1);

  private Sight told = Sight.NOTHING;
  private long next = System.nanoTime();
  private long nextWords = next;

  /** Tells it if there is something new and it is time. */
  void tell(Client client, String run, Sight sight) throws IOException, Refusal {
    var now = System.nanoTime();
    var moved = sight.percent() > told.percent() && now - next >= 0;
    var spoke = !sight.equals(told) && now - nextWords >= 0;
    if (moved || spoke) {
      next = now + PACE.toNanos();
      nextWords = now + PACE_OF_WORDS.toNanos();
      send(client, run, sight);
    }
  }

  /** Tells it if there is something new, whenever the last time was. */
  void last(Client client, String run, Sight sight) throws IOException, Refusal {
    if (!sight.equals(told)) {
      send(client, run, sight);
    }
  }

  /** Tells nothing for a while. */
  void pause(Duration wait) {
    next = System.nanoTime() + wait.toNanos();
    nextWords = next;
  }

  private void send(Client client, String run, Sight sight) throws IOException, Refusal {
    var data = Map.of("percent", sight.percent(), "message", sight.message());
    client.emit(Emission.of("progress", Facts.of(data), run));
    told = sight;
  }
}
