package dev.hatchery.cli;

import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.cli.screen.Wrap;
import dev.hatchery.cli.view.Companion;
import dev.hatchery.cli.view.RunView;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is said and saved once a hatching has ended. */
final class Ending {
  private static final int COLUMNS_MOST = 72;
  private static final int BACKSTORY_LINES_MOST = 40;
  private static final String SVG = "image/svg+xml";

  private final HatcheryCommand root;
  private final Connection connection;
  private final Console console;

  Ending(HatcheryCommand root, Connection connection, Console console) {
    this.root = root;
    this.connection = connection;
    this.console = console;
  }

  /** Tells it, saves the picture if there is a file for it, and answers the exit code. */
  int tell(RunView view, @Nullable PictureFile file) throws IOException, Refusal {
    return switch (view.stage()) {
      case SUCCEEDED -> hatched(view, file);
      case CANCELLED -> failed("hatchery: the hatching was cancelled");
      default -> failed("hatchery: " + view.message());
    };
  }

  private int failed(String sentence) {
    console.warn(sentence);
    return ExitCode.FAILED;
  }

  private int hatched(RunView view, @Nullable PictureFile file) throws IOException, Refusal {
    var companion = view.companion();
    if (companion == null) {
      return failed("hatchery: it hatched, but the server does not say who; see hatchery agents");
    }
    if (file != null) {
      save(companion, file);
    }
    if (!root.json()) {
      introduce(companion);
      where(companion, file);
    }
    return ExitCode.SUCCEEDED;
  }

  private void save(Companion companion, PictureFile file) throws IOException, Refusal {
    var picture = connection.client().avatar(companion.id());
    file.write(picture);
    if (picture.mediaType().startsWith(SVG)) {
      console.warn("The picture is a stand-in, an SVG drawing: " + file);
    }
  }

  private void introduce(Companion companion) {
    var columns = console.size().get().map(Terminal.Size::columns).orElse(COLUMNS_MOST + 1) - 1;
    console.say("");
    console.say("%s (%s)".formatted(companion.name(), String.join(", ", companion.traits())));
    Wrap.lines(companion.backstory(), Math.min(columns, COLUMNS_MOST), BACKSTORY_LINES_MOST)
        .forEach(console::say);
    if (!companion.standIn().isEmpty()) {
      console.say(companion.standIn());
    }
    console.say("");
  }

  private void where(Companion companion, @Nullable PictureFile file) {
    var page = "/agents/" + companion.id();
    if (file != null) {
      console.say("Picture: " + file);
    }
    if (connection.embedded() != null) {
      console.say("To see it, start: hatchery serve");
      console.say("Page:    " + page);
      return;
    }
    if (file == null) {
      console.say("Picture: " + connection.client().address("/api" + page + "/avatar"));
    }
    console.say("Page:    " + connection.client().address(page));
  }
}
