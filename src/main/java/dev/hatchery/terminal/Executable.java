package dev.hatchery.terminal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Finds programs before they are started, because a failed start says nothing useful. */
public final class Executable {

  private Executable() {}

  /**
   * The program's absolute path, looked up as {@code execvp} would do it.
   *
   * @param path the value of the child's {@code PATH}
   * @param directory where the child will run
   */
  public static Path find(String name, String path, Path directory) throws MissingCommandException {
    boolean named = name.contains(File.separator);
    return (named ? Stream.of("") : Arrays.stream(path.split(File.pathSeparator)))
        .flatMap(place -> resolve(place, name, directory))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(
            () ->
                new MissingCommandException(
                    named
                        ? "there is no program " + name
                        : "there is no program " + name + " on the PATH"));
  }

  private static Stream<Path> resolve(String place, String name, Path directory) {
    try {
      return Stream.of(directory.resolve(place).resolve(name).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
