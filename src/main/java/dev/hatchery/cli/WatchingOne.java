package dev.hatchery.cli;

import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.Notice;
import dev.hatchery.cli.view.RunKind;
import dev.hatchery.cli.view.RunScreen;
import dev.hatchery.cli.view.RunView;
import dev.hatchery.cli.view.Stage;
import java.io.IOException;

/** Watches one run to its end, whose exit code says how that was. */
final class WatchingOne {
  private final Console console;
  private final Displays displays;

  WatchingOne(HatcheryCommand root, Console console) {
    this.console = console;
    displays = new Displays(root, console);
  }

  /**
   * Watches it.
   *
   * @param ref its id, number or own name
   * @param stream whether it is drawn in place
   * @return {@link ExitCode#SUCCEEDED} or {@link ExitCode#FAILED}
   */
  int watch(Connection connection, String ref, boolean stream)
      throws IOException, Refusal, InterruptedException {
    var told = connection.client().run(ref);
    var view = RunView.of(RunKind.of(told.text("kind")), told.text("title"));
    var plain = new PlainDisplay(console);
    try (var display = displays.of(stream, RunScreen::lines, plain, plain)) {
      var following =
          new Following(
              connection.client(), display, Patience.LONG, RunClock.of(told), view, Notice.LIVE);
      // By its id: an own name may by then belong to another run.
      var last = following.follow(told.text("id"));
      return last.stage() == Stage.SUCCEEDED ? ExitCode.SUCCEEDED : ExitCode.FAILED;
    }
  }
}
