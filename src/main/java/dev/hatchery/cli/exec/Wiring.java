package dev.hatchery.cli.exec;

import dev.hatchery.terminal.Executable;
import dev.hatchery.terminal.MissingCommandException;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.PtyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * How a command's input reaches it. Keys are typed into its terminal. What another program pipes in
 * it reads itself: a terminal would cut long lines, echo them and has no end.
 *
 * @param command the program and its arguments, after what a shell does before them
 * @param typed whether our input is to be typed into its terminal
 */
record Wiring(List<String> command, boolean typed) {
  private static final Path NOTHING = Path.of("/dev/null");

  Wiring {
    command = List.copyOf(command);
  }

  /** What is right for this input. */
  static Wiring of(List<String> command, Seat seat) {
    return switch (seat.in().kind().get()) {
      case KEYS -> new Wiring(seat.drawing() ? command : shell("stty -echo; ", "", command), true);
      case BACKGROUND -> new Wiring(shell("", " <" + NOTHING, command), false);
      case PIPE ->
          piped(command, Path.of("/proc/%d/fd/0".formatted(ProcessHandle.current().pid())));
    };
  }

  /** What is to be started. */
  PtyCommand started(Seat seat, String mark) {
    var environment = new HashMap<>(seat.environment());
    environment.put(ProcessTree.MARK, mark);
    environment.putIfAbsent("TERM", "xterm-256color");
    return new PtyCommand(command, environment, seat.directory(), seat.window());
  }

  /** Throws when there is no such program: a shell would say so in its own words. */
  static void look(List<String> command, Seat seat) throws MissingCommandException {
    Executable.find(
        command.getFirst(), seat.environment().getOrDefault("PATH", ""), seat.directory());
  }

  private static Wiring piped(List<String> command, Path input) {
    return reopens(input)
        ? new Wiring(shell("", " <" + input, command), false)
        : new Wiring(shell("stty -echo; ", "", command), true);
  }

  private static boolean reopens(Path input) {
    try {
      return !Files.readSymbolicLink(input).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> shell(String before, String after, List<String> command) {
    var all = new ArrayList<>(List.of("/bin/sh", "-c", before + "exec \"$@\"" + after, "sh"));
    all.addAll(command);
    return all;
  }
}
