package dev.hatchery.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything is kept; only its owner may look inside. */
final class DataDirectory {
  private DataDirectory() {}

  static void make(Path data) {
    try {
      Files.createDirectories(data);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException | UnsupportedOperationException e) {
      throw new StorageException("The data directory " + data + " cannot be made private.", e);
    }
  }
}
