package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Duration;

/** Saves and finds pictures; each belongs to somebody and is nobody else's to see. */
final class PictureStore {
  private static final int BYTES_MOST = 4 * 1024 * 1024;
  private static final Duration UNUSED_MOST = Duration.ofHours(1);

  private final Database database;

  PictureStore(Database database) {
    this.database = database;
  }

  Future<Storage.Saved> save(Storage.SavePicture save) {
    if (save.bytes().length() > BYTES_MOST) {
      return Future.failedFuture(
          new ProblemException(
              new Problem.Invalid(
                  "picture_too_large", "bytes", "A picture may have 4 MiB at most.")));
    }
    return database
        .write()
        .run(
            "picture/save",
            save.id().value(),
            save.owner().name(),
            save.mediaType(),
            save.bytes().copy())
        .map(new Storage.Saved());
  }

  Future<Storage.Picture> find(Storage.FindPicture find) {
    return database
        .read()
        .first("picture/find", find.owner().name(), find.id().value())
        .compose(
            row ->
                row == null
                    ? Future.failedFuture(
                        new ProblemException(new Problem.NotFound("There is no such picture.")))
                    : Future.succeededFuture(
                        new Storage.Picture(
                            find.id(),
                            row.getString("media_type"),
                            Bytes.wrap(row.getBuffer("bytes").getBytes()))));
  }

  /** Removes what was painted for runs that never came to their end, unless they still may. */
  Future<Void> sweep() {
    return database.write().run("picture/sweep", UNUSED_MOST.toMillis()).mapEmpty();
  }
}
