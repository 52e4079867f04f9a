package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;

/** Everything that one web verticle serves: who is let in, and what is under which address. */
final class Site {
  private final Vertx vertx;
  private final Limits limits;
  private final Guard guard;
  private final Feed feed;
  private final Streams streams;
  private final Idleness idleness;
  private final List<Routes> features;

  Site(Vertx vertx, Bus bus, Config.Http http, Config.Cors cors, Clock clock, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
    this.guard = new Guard(http, cors);
    this.feed = new Feed(vertx, bus);
    this.streams = new Streams(vertx, bus, feed, clock, limits);
    this.idleness = new Idleness(limits);
    var submission = new Submission(bus);
    this.features =
        List.of(
            new HealthRoutes(bus),
            new OpenApiRoutes(),
            new HatchRoutes(bus, feed, submission),
            new StreamRoutes(bus, streams, submission),
            new RunRoutes(bus, submission),
            new NumbersRoutes(bus),
            new AgentRoutes(bus, new GivenAgent(bus, clock)),
            new PageRoutes(vertx, new Pages()));
  }

  /** Serves on this server once the returned future completes and it listens. */
  Future<?> open(HttpServer server) {
    server
        .connectionHandler(idleness::opened)
        .invalidRequestHandler(ProblemHandler::refuse)
        .requestHandler(router());
    streams.start();
    idleness.start(vertx);
    return feed.open();
  }

  /** What is under which address, after everything that every request has to pass. */
  Router router() {
    var router = Router.router(vertx);
    var problems = new ProblemHandler();
    ProblemHandler.OF_THE_ROUTER.forEach(status -> router.errorHandler(status, problems));
    router.route().handler(idleness::asked);
    router.route().handler(SecurityHeaders::handle);
    router.route().handler(guard);
    router.post().handler(new JsonBody(vertx, limits));
    features.forEach(feature -> feature.addTo(router));
    router.route().failureHandler(problems);
    return router;
  }
}
