package dev.hatchery.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/** A copy of the whole database; it has its name only once it is complete and on the disk. */
final class BackupFile {
  private final Path file;

  BackupFile(Path file) {
    this.file = file;
  }

  void write(Connection connection) throws IOException, SQLException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, part.toString());
      statement.execute();
    }
    finish(part);
  }

  /** Gives the grown copy its name. */
  private void finish(Path part) throws IOException {
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
