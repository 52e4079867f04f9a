package dev.hatchery.avatar;

import dev.hatchery.terminal.ChildFolder;
import dev.hatchery.terminal.ChildRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a killed server left behind: running children and half-painted pictures. */
final class Leftovers {

  private Leftovers() {}

  /**
   * Ends every recorded child that still runs and deletes the directories. To be called at start,
   * by whoever holds the lock on the data directory, before the first render.
   *
   * @param runsDirectory holds one directory per run; may be absent
   * @return how many directories there were
   */
  static int sweep(Path runsDirectory) throws IOException {
    if (!Files.isDirectory(runsDirectory)) {
      return 0;
    }
    List<Path> directories = directories(runsDirectory);
    for (Path directory : directories) {
      ChildRecord.read(directory).ifPresent(record -> record.tree().kill());
      new ChildFolder(directory).delete();
    }
    return directories.size();
  }

  private static List<Path> directories(Path runsDirectory) throws IOException {
    try (Stream<Path> entries = Files.list(runsDirectory)) {
      return entries.filter(e -> Files.isDirectory(e, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }
}
