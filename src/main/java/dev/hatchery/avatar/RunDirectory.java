package dev.hatchery.avatar;

import dev.hatchery.terminal.ChildFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files of one render, readable by us alone. The child works one level below our own record.
 *
 * @param root given, created, deleted at the end
 */
record RunDirectory(Path root) {

  /** Creates it anew: a picture left from before must not pass for a fresh one. */
  static RunDirectory create(Path root) throws IOException {
    RunDirectory directory = new RunDirectory(root.toAbsolutePath().normalize());
    directory.delete();
    new ChildFolder(directory.root()).create();
    new ChildFolder(directory.previews()).create();
    return directory;
  }

  Path work() {
    return root.resolve("work");
  }

  Path output() {
    return work().resolve("picture.png");
  }

  Path previews() {
    return work().resolve("previews");
  }

  void delete() throws IOException {
    new ChildFolder(root).delete();
  }
}
