package dev.hatchery.mission.tool.custom;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.web.Exchange;
import dev.hatchery.protocol.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one call, readable by us alone; the command works one level below our record. */
record RunFolder(Path root) {
  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Creates it anew: an answer left from before must not pass for a fresh one. */
  static RunFolder create(Path runs, RunId run) throws IOException {
    var folder = new RunFolder(runs.resolve(run.value()).toAbsolutePath().normalize());
    folder.delete();
    Files.createDirectories(folder.work(), OURS_ALONE);
    return folder;
  }

  Path work() {
    return root.resolve("work");
  }

  Path output() {
    return work().resolve("answer");
  }

  /** The answer that the command has written, at most 2 MiB of it. */
  String read() throws IOException {
    var answer = output();
    if (!Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS)) {
      throw new ToolException("The command wrote no answer");
    }
    try (var in = Files.newInputStream(answer, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes(Exchange.MOST + 1);
      if (bytes.length > Exchange.MOST) {
        throw new ToolException("The answer is larger than 2 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Deletes it with all in it; links are deleted, not followed. */
  @Nullable Void delete() throws IOException {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(root, new Deleting());
    }
    return null;
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
