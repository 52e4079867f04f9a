package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a database that is written to without a pause. */
@SuppressWarnings("NullAway.Init")
final class LongLogTest {
  private static final int PICTURE_BYTES = 200 * 1024;
  private static final int PICTURES = 300;
  private static final long WRITTEN = (long) PICTURES * PICTURE_BYTES;

  @TempDir Path data;

  @Test
  void doesNotGrowForEver() throws IOException {
    var vertx = Vertx.vertx();
    try {
      var database = StorageFixture.await(SqliteDatabase.open(vertx, data, Synchronous.OFF));
      var written = write(database, PICTURES);
      StorageFixture.await(checkpointUntil(database, written));
      StorageFixture.await(written);

      assertThat(Files.size(data.resolve(DatabaseFile.NAME + "-wal"))).isLessThan(WRITTEN / 2);
      StorageFixture.await(database.close());
    } finally {
      StorageFixture.await(vertx.close());
    }
  }

  private static Future<?> write(Database database, int pictures) {
    return pictures == 0
        ? Future.succeededFuture()
        : database
            .write()
            .run(
                "picture/save", RunId.random().value(), "ada", "image/png", new byte[PICTURE_BYTES])
            .compose(saved -> write(database, pictures - 1));
  }

  private static Future<?> checkpointUntil(Database database, Future<?> over) {
    return database
        .checkpoint()
        .compose(
            done -> over.isComplete() ? Future.succeededFuture() : checkpointUntil(database, over));
  }
}
