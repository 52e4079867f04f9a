package dev.hatchery.journey;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code moody.py} notes in its ledger while it lives. */
final class PaidRenders {
  private static final Pattern LINE =
      Pattern.compile(
          ".*/(?<node>\\w+)/data/runs/(?<run>.+)-(?<attempt>\\d+)/\\S+ (?<pid>\\d+) (?<at>\\d+)");

  private PaidRenders() {}

  /** A process that was seen alive. */
  private record Alive(String run, long attempt, String node, long pid, long at) {
    static Alive of(String line) {
      var found = LINE.matcher(line);
      if (!found.matches()) {
        throw new AssertionError("not a line of a ledger: " + line);
      }
      return new Alive(
          found.group("run"),
          Long.parseLong(found.group("attempt")),
          found.group("node"),
          Long.parseLong(found.group("pid")),
          Long.parseLong(found.group("at")));
    }

    /** Its number alone may be another process's later on. */
    String process() {
      return run + "-" + attempt + "-" + pid;
    }
  }

  /** The words of a command line by which a node has that renderer. */
  static String[] flags(Path folder) {
    Resources.file("renderers/moody.py", folder);
    return new String[] {"--config", Resources.file("renderers/ledger.json", folder).toString()};
  }

  /** Every process that was a render, from its first sign of life to its last. */
  static List<PaidCall> in(Path folder) {
    try (var lines = Files.lines(folder.resolve("ledger"))) {
      return lines.map(Alive::of).collect(groupingBy(Alive::process)).values().stream()
          .map(PaidRenders::call)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PaidCall call(Collection<Alive> signs) {
    var any = signs.iterator().next();
    var at = signs.stream().mapToLong(Alive::at).summaryStatistics();
    return new PaidCall(any.run(), any.attempt(), any.node(), at.getMin(), at.getMax());
  }
}
