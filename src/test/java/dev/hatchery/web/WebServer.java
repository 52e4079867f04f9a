package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.Http;
import dev.hatchery.config.Tls;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.stream.SseFanOutVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The real web and the real fan-out on a real socket, their neighbours in memory. */
final class WebServer implements AutoCloseable {
  static final String CONFIGURED_HOST = "hatch.example.org";
  static final String INVITED_ORIGIN = "https://friend.example.org";

  private static final Http HTTP =
      new Http("127.0.0.1", 0, List.of(CONFIGURED_HOST), new Tls("", ""), "");
  private static final Config.Cors CORS = new Config.Cors(List.of(INVITED_ORIGIN));

  /** A second for what a request owes, and 20 streams. */
  static final Limits IMPATIENT =
      new Limits(
          8192,
          16384,
          262_144,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          20,
          20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(4));

  private final Limits limits;
  private final int instances;
  private final Http http;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus;
  private final FakeHatchery hatchery;
  private final FakeAccess access;
  private final FakeTasks tasks;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  WebServer(Limits limits, int instances) {
    this(limits, instances, HTTP);
    open();
  }

  /** One that does not listen before it is opened. */
  WebServer(Limits limits, int instances, Http http) {
    this(limits, instances, http, Bus::open);
  }

  private WebServer(Limits limits, int instances, Http http, Function<Vertx, Bus> opening) {
    this.limits = limits;
    this.instances = instances;
    this.http = http;
    this.bus = opening.apply(vertx);
    this.hatchery = new FakeHatchery(bus);
    this.access = new FakeAccess(bus);
    this.tasks = new FakeTasks(bus);
    await(vertx.deployVerticle(hatchery));
    await(vertx.deployVerticle(access));
    await(vertx.deployVerticle(tasks));
    await(vertx.deployVerticle(new SseFanOutVerticle(bus, true)));
  }

  /** Listens; fails as the deployment of the real one does. */
  void open() {
    await(
        vertx.deployVerticle(
            () ->
                new WebVerticle(
                    bus, http, CORS, Clock.systemUTC(), limits, new Metrics(), port::complete),
            new DeploymentOptions().setInstances(instances)));
  }

  /** With the usual limits. */
  static WebServer usual() {
    return new WebServer(Limits.USUAL, 2);
  }

  /** With the usual limits, before it is opened. */
  static WebServer unopened() {
    return new WebServer(Limits.USUAL, 2, HTTP);
  }

  /** The same, whose {@link #questions} can be listened to. */
  static WebServer overheard() {
    return new WebServer(Limits.USUAL, 2, HTTP, Bus::openToOnlookers);
  }

  /** One that waits a second for what a request owes, and grants 20 streams. */
  static WebServer impatient() {
    return new WebServer(IMPATIENT, 1);
  }

  /** Every route as its method and its path. */
  List<String> routes() {
    return new Site(vertx, bus, HTTP, CORS, Clock.systemUTC(), Limits.USUAL, new Metrics())
        .router().getRoutes().stream()
            .filter(route -> route.getPath() != null && route.methods() != null)
            .flatMap(
                route ->
                    route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(method -> method + " " + route.getPath()))
            .toList();
  }

  /** What the others are asked from now on; looking who asks is the same for everybody. */
  List<String> questions() {
    var asked = new CopyOnWriteArrayList<String>();
    vertx
        .eventBus()
        .addOutboundInterceptor(
            sent -> {
              var address = sent.message().address();
              if (sent.send() && !address.matches("__vertx.*|access\\.(look|admit|readmit)")) {
                asked.add(address);
              }
              sent.next();
            });
    return asked;
  }

  /** Where further neighbours may answer. */
  Bus bus() {
    return bus;
  }

  int port() {
    return port.join();
  }

  Client client() {
    return new Client(port());
  }

  FakeTasks tasks() {
    return tasks;
  }

  FakeHatchery hatchery() {
    return hatchery;
  }

  FakeAccess access() {
    return access;
  }

  Stream stream(String path, String... headers) {
    return Stream.open(port(), path, headers);
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static void await(io.vertx.core.Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
