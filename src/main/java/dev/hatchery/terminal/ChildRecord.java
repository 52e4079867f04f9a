package dev.hatchery.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says on disk which process a run has started, for the server that comes after a killed one.
 *
 * @param mark the run's mark in the environment of all its processes
 * @param pid the child's id, 0 while it is being started
 * @param started when it started, see {@link Processes#started}; empty while it is being started
 */
public record ChildRecord(String mark, long pid, String started) {

  private static final String FILE = "child";
  private static final int LINES = 3;

  /** Before the start: from here on the mark alone finds the child. */
  public static ChildRecord starting(String mark) {
    return new ChildRecord(mark, 0, "");
  }

  /** Of a child that runs under this mark. */
  public static ChildRecord of(String mark, long pid) {
    return new ChildRecord(mark, pid, Processes.started(pid).orElse(""));
  }

  /** Puts it into the run's directory. */
  public void write(Path directory) throws IOException {
    Files.write(directory.resolve(FILE), List.of(mark, Long.toString(pid), started));
  }

  /** The record in this directory; empty when there is none that can be read. */
  public static Optional<ChildRecord> read(Path directory) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(FILE));
      return lines.size() < LINES
          ? Optional.empty()
          : Optional.of(
              new ChildRecord(lines.getFirst(), Long.parseLong(lines.get(1)), lines.get(2)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What still runs of it. The id alone proves nothing: it may belong to a stranger by now. */
  public ProcessTree tree() {
    boolean same = !started.isEmpty() && Processes.started(pid).filter(started::equals).isPresent();
    return same ? ProcessTree.of(pid, mark) : ProcessTree.marked(mark);
  }
}
