package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
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
    var server = vertx.createHttpServer(options());
    return new Site(vertx, bus, http, cors, clock, limits)
        .open(server)
        .compose(fed -> server.listen())
        .onSuccess(open -> listening.accept(open.actualPort()));
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(http.host())
        // A negative port is a free one that all instances share; with 0 each would get its own.
        .setPort(http.port() == 0 ? -1 : http.port())
        .setMaxInitialLineLength(limits.uriBytes())
        .setMaxHeaderSize(limits.headerBytes())
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setStrictThreadMode(true);
  }
}
