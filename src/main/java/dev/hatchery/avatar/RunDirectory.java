package dev.hatchery.avatar;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of one render, readable by us alone. The child works one level below our own record.
 *
 * @param root given, created, deleted at the end
 */
record RunDirectory(Path root) {

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int TRIES = 5;

  /** Creates it anew: a picture left from before must not pass for a fresh one. */
  static RunDirectory create(Path root) throws IOException {
    delete(root);
    Path absolute = root.toAbsolutePath().normalize();
    Files.createDirectories(absolute, OURS_ALONE);
    RunDirectory directory = new RunDirectory(absolute);
    Files.createDirectories(directory.previews(), OURS_ALONE);
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
    delete(root);
  }

  /** Deletes a directory with all in it; links are deleted, not followed. */
  static void delete(Path root) throws IOException {
    for (int tries = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); tries++) {
      try {
        Files.walkFileTree(root, new Deleting());
      } catch (DirectoryNotEmptyException | NoSuchFileException | AccessDeniedException e) {
        // Somebody still wrote or cleaned up in there, or has locked it behind himself.
        if (tries == TRIES) {
          throw e;
        }
        open(root);
      }
    }
  }

  /** Takes hold again of all directories in it, whatever a renderer has made of them. */
  static void open(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.setPosixFilePermissions(directory, OURS_ALONE.value());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        open(entry);
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
