package dev.hatchery.cli.exec;

import dev.hatchery.cli.screen.Input;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.terminal.Window;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where somebody sits who has a command run.
 *
 * @param drawing whether what a terminal shows can be shown there as it is; else lines are
 * @param size asks for the size of the terminal
 * @param environment what the command inherits
 * @param directory where the command runs
 */
public record Seat(
    boolean drawing,
    Supplier<Optional<Terminal.Size>> size,
    Input in,
    OutputStream out,
    Map<String, String> environment,
    Path directory) {

  /** Copies the environment. */
  public Seat {
    environment = Map.copyOf(environment);
  }

  /** The window for the command: as large as ours, or where nobody looks at it, a wide one. */
  Window window() {
    return drawing ? seen().orElse(Window.WIDE) : Window.WIDE;
  }

  /** Our window; nothing when that cannot be found out. */
  Optional<Window> seen() {
    return size.get().map(now -> new Window(now.columns(), now.rows()));
  }
}
