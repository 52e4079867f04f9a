package dev.hatchery.terminal;

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
 * A folder that is readable by us alone, in which a child does whatever it likes.
 *
 * @param path given, created and deleted with all in it
 */
public record ChildFolder(Path path) {

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int TRIES = 5;

  /** Creates it, and whatever it lies in. */
  public void create() throws IOException {
    Files.createDirectories(path, OURS_ALONE);
  }

  /** Deletes it with all in it, if it is there; links are deleted, not followed. */
  public void delete() throws IOException {
    for (int tries = 1; Files.exists(path, LinkOption.NOFOLLOW_LINKS); tries++) {
      try {
        Files.walkFileTree(path, new Deleting());
      } catch (DirectoryNotEmptyException | NoSuchFileException | AccessDeniedException e) {
        // Somebody still wrote or cleaned up in there, or has locked it behind himself.
        if (tries == TRIES) {
          throw e;
        }
        open(path);
      }
    }
  }

  /** Takes hold again of all directories in it, whatever a child has made of them. */
  void open() throws IOException {
    open(path);
  }

  private static void open(Path directory) throws IOException {
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
