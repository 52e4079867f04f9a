package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunKind;
import dev.hatchery.cli.view.RunView;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** One hatching from its order to its ending, shown by a display. */
final class Hatching {
  private static final Duration ROOM_BOUND = Duration.ofMinutes(10);

  private final Client client;
  private final Interruption interruption;
  private final String description;
  private final Following following;

  Hatching(
      Client client,
      Display<RunView> display,
      Interruption interruption,
      Patience patience,
      String description) {
    this.client = client;
    this.interruption = interruption;
    this.description = description;
    following =
        new Following(
            client,
            display,
            patience,
            RunClock.fromNow(),
            RunView.of(RunKind.HATCH, description),
            Notice.NONE);
  }

  /**
   * Hatches, and answers what is known at the end.
   *
   * @throws IOException when there was no server at the start, or none for too long
   */
  RunView hatch() throws IOException, Refusal, InterruptedException {
    // All attempts carry one key, so that an order whose answer was lost is not given twice.
    var key = UUID.randomUUID().toString();
    var run =
        new Insistence(ROOM_BOUND, sentence -> following.notice(Notice.of(sentence)))
            .insist(() -> client.hatch(description, key))
            .text("id");
    interruption.callOffBy(() -> cancel(run));
    return following.follow(run);
  }

  private void cancel(String run) {
    try {
      client.cancel(run);
    } catch (Refusal | IOException e) {
      // It has ended already, or the server has: either way there is nothing to wait for.
      interruption.close();
    }
  }
}
