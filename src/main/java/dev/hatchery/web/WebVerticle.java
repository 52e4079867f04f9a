package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Http;
import dev.hatchery.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.SocketException;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP interface; event loop, as many as there are loops, all on one port. Deployed last, for
 * it serves as soon as it is there.
 */
public final class WebVerticle extends VerticleBase {
  /** The longest message of a client, and the longest frame of one of ours. */
  private static final int SOCKET_BYTES = 64 * 1024;

  private static final int SOCKET_CLOSING_SECONDS = 2;

  private final Bus bus;
  private final Http http;
  private final Config.Cors cors;
  private final Clock clock;
  private final Limits limits;
  private final Metrics metrics;
  private final IntConsumer listening;
  private @Nullable Site site;

  /**
   * One of the instances.
   *
   * @param limits of this instance
   * @param listening is told the port once it is open
   */
  public WebVerticle(
      Bus bus,
      Http http,
      Config.Cors cors,
      Clock clock,
      Limits limits,
      Metrics metrics,
      IntConsumer listening) {
    this.bus = bus;
    this.http = http;
    this.cors = cors;
    this.clock = clock;
    this.limits = limits;
    this.metrics = metrics;
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    var server = vertx.createHttpServer(options());
    site = new Site(vertx, bus, http, cors, clock, limits, metrics);
    return site.open(server)
        .compose(fed -> server.listen().recover(this::unlistening))
        .onSuccess(open -> listening.accept(open.actualPort()));
  }

  @Override
  public Future<?> stop() {
    return site == null ? Future.succeededFuture() : site.close();
  }

  private HttpServerOptions options() {
    return encrypted(new HttpServerOptions())
        .setHost(http.host())
        // A negative port is a free one that all instances share; with 0 each would get its own.
        .setPort(http.port() == 0 ? -1 : http.port())
        .setMaxInitialLineLength(limits.uriBytes())
        .setMaxHeaderSize(limits.headerBytes())
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setMaxWebSocketFrameSize(SOCKET_BYTES)
        .setMaxWebSocketMessageSize(SOCKET_BYTES)
        // Compressed, a small frame could become a very long one here.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(SOCKET_CLOSING_SECONDS)
        .setStrictThreadMode(true);
  }

  /** With HTTP/2 for whoever knows it, which then carries many streams over one connection. */
  private HttpServerOptions encrypted(HttpServerOptions options) {
    var tls = http.tls();
    return tls.on()
        ? options
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(
                new PemKeyCertOptions().setCertPath(tls.certificate()).setKeyPath(tls.key()))
        : options;
  }

  private Future<HttpServer> unlistening(Throwable failure) {
    return Future.failedFuture(
        http.tls().on() && !(failure instanceof SocketException)
            ? new ConfigException(
                "http.tls cannot be used, neither of its files may be missing or wrong: "
                    + failure.getMessage())
            : failure);
  }
}
