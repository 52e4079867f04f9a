package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.config.Http;
import dev.hatchery.config.Tls;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.persistence.PersistenceVerticle;
import dev.hatchery.progress.Plan;
import dev.hatchery.progress.ProgressAggregatorVerticle;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Storage;
import dev.hatchery.run.Identity;
import dev.hatchery.run.QueueVerticle;
import dev.hatchery.run.RunPlans;
import dev.hatchery.run.Slots;
import dev.hatchery.stream.SseFanOutVerticle;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The web of one of several nodes on a real database, where runs wait and nobody works on them. */
final class WebNode implements AutoCloseable {
  private static final Http HTTP = new Http("127.0.0.1", 0, List.of(), new Tls("", ""), "");

  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  WebNode(String name, DatabaseUrl database, Path data) {
    var bus = Bus.open(vertx);
    var clock = Clock.systemUTC();
    var journal = new Config.Journal(Config.Synchronous.FULL, Duration.ofDays(30));
    deploy(new PersistenceVerticle(bus, data, database, journal, clock, new Metrics()));
    deploy(new ProgressAggregatorVerticle(bus, 0, new Metrics()));
    deploy(new SseFanOutVerticle(bus, false));
    deploy(
        new QueueVerticle(
            bus,
            new RunPlans(clock, Plan.hatching(25, 75).phases(), new Storage.Room(100, 20)),
            Identity.among(name, "1"),
            Map.of(RunKind.HATCH, new Slots(1, 1)),
            // Without a lease it takes nothing.
            Lease.among(System::nanoTime),
            new Metrics()));
    deploy(
        new WebVerticle(
            bus,
            HTTP,
            new Config.Cors(List.of()),
            clock,
            Limits.USUAL,
            new Metrics(),
            port::complete));
  }

  Client client() {
    return new Client(port.join());
  }

  Stream stream(String path, String... headers) {
    return Stream.open(port.join(), path, headers);
  }

  private void deploy(VerticleBase verticle) {
    soon(vertx.deployVerticle(verticle));
  }

  private static void soon(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    soon(vertx.close());
  }
}
