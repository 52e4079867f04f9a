package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies the whole database while it is in use. */
final class Backup {
  private final Vertx vertx;
  private final Database database;

  Backup(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
  }

  Future<Storage.Saved> write(Storage.Backup backup) {
    var copy = new BackupFile(backup.file());
    return vertx
        .executeBlocking(() -> part(backup.file(), copy))
        .compose(part -> database.read().run("backup", part.toString()))
        .compose(
            done ->
                vertx.executeBlocking(
                    () -> {
                      copy.finish();
                      return new Storage.Saved();
                    }));
  }

  private static Path part(Path file, BackupFile copy) throws IOException {
    var directory = file.getParent();
    if (!file.isAbsolute() || directory == null || !Files.isDirectory(directory)) {
      throw new ProblemException(
          new Problem.Invalid(
              "no_such_directory", "file", "There is no directory for " + file + "."));
    }
    if (Files.exists(file)) {
      throw new ProblemException(
          new Problem.Conflict("file_exists", file + " exists already; choose another name."));
    }
    return copy.part();
  }
}
