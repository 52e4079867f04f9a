package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Http;
import dev.hatchery.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;

/**
 * Everything that one web verticle serves: who is let in, and what is under which address. What is
 * open to everybody is said here, all else asks {@link Authentication} first.
 */
final class Site {
  private final Vertx vertx;
  private final Http http;
  private final Guard guard;
  private final Gate gate;
  private final Attendance attendance;
  private final Authentication authentication;
  private final JsonBody body;
  private final Feed feed;
  private final Streams streams;
  private final Sockets sockets;
  private final Idleness idleness;
  private final List<Routes> open;
  private final List<Routes> features;

  Site(
      Vertx vertx,
      Bus bus,
      Http http,
      Config.Cors cors,
      Clock clock,
      Limits limits,
      Metrics metrics) {
    this.vertx = vertx;
    this.http = http;
    var front = new Front(http);
    var cookies = new Cookies(front);
    var pages = new Pages();
    var nowhere = new NowhereRoutes(vertx, pages);
    this.guard = new Guard(front, http, cors);
    this.gate = new Gate(bus, Admissions.of(vertx), http.wide());
    this.attendance = new Attendance(vertx, gate, clock, limits.streamsEach());
    this.authentication = new Authentication(gate, front, cookies, Failures.of(vertx));
    this.body = new JsonBody(vertx, limits);
    this.feed = new Feed(vertx, bus, metrics);
    this.streams = new Streams(vertx, feed, clock, limits, attendance);
    this.sockets = new Sockets(limits, attendance);
    this.idleness = new Idleness(limits);
    var submission = new Submission(bus);
    var waiting = new Waiting(bus, feed, attendance);
    this.open =
        List.of(
            new HealthRoutes(bus),
            new OpenApiRoutes(),
            new BridgeInfoRoutes(),
            new SignInRoutes(bus, gate, authentication, cookies, body, nowhere),
            new PageRoutes(vertx, pages));
    this.features =
        List.of(
            // What is asked for most often stands first, as a router looks from the start.
            new EmitRoutes(bus, metrics, feed.receipts()),
            new SessionRoutes(bus, gate, cookies),
            new TicketRoutes(bus),
            new HatchRoutes(bus, waiting, submission),
            new StreamRoutes(bus, streams, submission),
            new ProgressRoutes(bus, streams, clock),
            new SocketRoutes(bus, streams, sockets, clock),
            new PollRoutes(vertx, bus, feed, attendance, clock),
            new BridgeRoutes(
                sockets, streams, new BridgeAddresses(bus, clock), new Commands(bus, submission)),
            new RunRoutes(bus, submission),
            new MissionRoutes(bus, waiting),
            new ChatRoutes(bus),
            new ShareRoutes(bus),
            new NumbersRoutes(vertx, bus),
            new MetricsRoutes(metrics),
            new NodeRoutes(bus),
            new AgentRoutes(bus, new GivenAgent(bus, clock)),
            new ArtifactRoutes(vertx, bus),
            new ScheduleRoutes(vertx, bus, clock),
            new RecipeRoutes(vertx, bus),
            nowhere);
  }

  /** Serves on this server once the returned future completes and it listens. */
  Future<?> open(HttpServer server) {
    server
        .connectionHandler(this::opened)
        .invalidRequestHandler(ProblemHandler::refuse)
        .requestHandler(router());
    streams.start();
    sockets.start(vertx);
    idleness.start(vertx);
    return gate.open()
        .compose(users -> http.wide() && !users ? Future.failedFuture(nobody()) : feed.open())
        .onSuccess(ready -> gate.watch(vertx, attendance::look));
  }

  private void opened(HttpConnection connection) {
    idleness.opened(connection);
    Http2Writability.watch(connection);
  }

  /** Takes leave of those who would take the end of a socket for the end of what they watch. */
  Future<?> close() {
    feed.close();
    streams.takeLeave();
    return sockets.stop();
  }

  private ConfigException nobody() {
    var reach =
        http.trustedProxy().isEmpty()
            ? "http.host is " + http.host()
            : "http.trustedProxy is " + http.trustedProxy();
    return new ConfigException(
        reach
            + ": to be reached from elsewhere Hatchery needs users; make a token first:"
            + " hatchery token create NAME");
  }

  /** What is under which address, after everything that every request has to pass. */
  Router router() {
    var router = Router.router(vertx);
    var problems = new ProblemHandler();
    ProblemHandler.OF_THE_ROUTER.forEach(status -> router.errorHandler(status, problems));
    router.route().handler(idleness::asked);
    router.route().handler(SecurityHeaders::handle);
    router.route().handler(guard);
    router.route().handler(TokenInUrl::refuse);
    open.forEach(feature -> feature.addTo(router));
    router.route().handler(authentication);
    router.post().handler(body);
    router.put().handler(body);
    features.forEach(feature -> feature.addTo(router));
    router.route().failureHandler(problems);
    return router;
  }
}
