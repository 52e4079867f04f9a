package dev.hatchery.mission;

import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.run.Identity;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL; no hint of one ever reaches the other. */
@SuppressWarnings("NullAway.Init")
abstract class TwoHeadquarters {
  @TempDir Path data;
  Headquarters one;
  Headquarters two;
  private URI database;

  @BeforeEach
  void open() {
    database = Postgres.shared().database();
    one = node("one");
    two = node("two");
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    Postgres.shared().drop(database);
  }

  private Headquarters node(String name) {
    var url = DatabaseUrl.of(database.toString());
    return new Headquarters(data.resolve(name), url, Identity.among(name, "1")).start();
  }
}
