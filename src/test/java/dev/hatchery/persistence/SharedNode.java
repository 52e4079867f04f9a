package dev.hatchery.persistence;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The storage of another node: an engine and a bus of its own on the same database.
 *
 * @param told what it has announced
 */
record SharedNode(Vertx vertx, Bus bus, List<Event> told) implements AutoCloseable {
  static SharedNode on(DatabaseUrl shared, Path data) {
    var vertx = Vertx.vertx();
    var bus = Bus.open(vertx);
    var told = new CopyOnWriteArrayList<Event>();
    StorageFixture.await(
        bus.listen(
            Addresses.COMMITTED, (Journal.Committed committed) -> told.addAll(committed.events())));
    var settings = new Config.Journal(Synchronous.FULL, Duration.ofDays(30));
    StorageFixture.await(
        vertx.deployVerticle(
            new PersistenceVerticle(
                bus, data, shared, settings, () -> StorageFixture.NOW, new Metrics())));
    return new SharedNode(vertx, bus, told);
  }

  @Override
  public void close() {
    StorageFixture.await(vertx.close());
  }
}
