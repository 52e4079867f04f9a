package dev.hatchery.avatar;

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
 */
record PtyCommand(List<String> argv, Map<String, String> environment, Path directory) {

  /** Throws {@link IllegalArgumentException} when there is no program. */
  PtyCommand {
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
    return new PtyCommand(located, environment, directory);
  }
}
