package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The HTTP interface; event loop, as many as there are loops, all on one port. Deployed last, for
 * it serves as soon as it is there.
 */
public final class WebVerticle extends VerticleBase {
  private final Bus bus;
  private final Config.Http http;
  private final Config.Cors cors;
  private final Clock clock;
  private final Limits limits;
  private final IntConsumer listening;

  /**
   * One of the instances.
   *
   * @param limits of this instance
   * @param listening is told the port once it is open
   */
  public WebVerticle(
      Bus bus,
      Config.Http http,
      Config.Cors cors,
      Clock clock,
      Limits limits,
      IntConsumer listening) {
    this.bus = bus;
    this.http = http;
    this.cors = cors;
    this.clock = clock;
    this.limits = limits;
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    var feed = new Feed(vertx, bus);
    var streams = new Streams(vertx, bus, feed, clock, limits);
    var idleness = new Idleness(limits);
    var router = router(idleness, features(feed, streams));
    streams.start();
    idleness.start(vertx);
    return feed.open()
        .compose(fed -> server(router, idleness).listen())
        .onSuccess(server -> listening.accept(server.actualPort()));
  }

  private List<Routes> features(Feed feed, Streams streams) {
    var submission = new Submission(bus);
    return List.of(
        new HealthRoutes(bus),
        new OpenApiRoutes(),
        new HatchRoutes(bus, feed, submission),
        new StreamRoutes(bus, streams, submission),
        new RunRoutes(bus, submission),
        new AgentRoutes(bus, new GivenAgent(bus, clock)),
        new PageRoutes(vertx, new Pages()));
  }

  private Router router(Idleness idleness, List<Routes> features) {
    var router = Router.router(vertx);
    var problems = new ProblemHandler();
    for (var status : ProblemHandler.OF_THE_ROUTER) {
      router.errorHandler(status, problems);
    }
    router.route().handler(idleness::asked);
    router.route().handler(SecurityHeaders::handle);
    router.route().handler(new Guard(http, cors));
    router.post().handler(new JsonBody(vertx, limits));
    features.forEach(feature -> feature.addTo(router));
    router.route().failureHandler(problems);
    return router;
  }

  private HttpServer server(Router router, Idleness idleness) {
    return vertx
        .createHttpServer(options())
        .connectionHandler(idleness::opened)
        .invalidRequestHandler(ProblemHandler::refuse)
        .requestHandler(router);
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(http.host())
        .setPort(http.port())
        .setMaxInitialLineLength(limits.uriBytes())
        .setMaxHeaderSize(limits.headerBytes())
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setStrictThreadMode(true);
  }
}
