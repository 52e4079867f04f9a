package dev.hatchery.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to run in a pseudo-terminal.
 *
 * @param argv the program and its arguments; never seen by a shell's parser
 * @param environment all the child gets, nothing is inherited
 * @param directory where it runs
 * @param window the size that the child sees when it first looks
 */
public record PtyCommand(
    List<String> argv, Map<String, String> environment, Path directory, Window window) {

  /** With a window so wide that nothing is cut off. */
  public PtyCommand(List<String> argv, Map<String, String> environment, Path directory) {
    this(argv, environment, directory, Window.WIDE);
  }

  /** Throws {@link IllegalArgumentException} when there is no program. */
  public PtyCommand {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
  }

  /** The same with the program's place in the file system found. */
  PtyCommand located() throws MissingCommandException {
    Path program =
        Executable.find(argv.getFirst(), environment.getOrDefault("PATH", ""), directory);
    List<String> located = new ArrayList<>(argv);
    located.set(0, program.toString());
    return new PtyCommand(located, environment, directory, window);
  }
}
