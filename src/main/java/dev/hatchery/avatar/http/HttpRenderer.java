package dev.hatchery.avatar.http;

import dev.hatchery.avatar.Checkup;
import dev.hatchery.avatar.RenderListener;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderWork;
import dev.hatchery.avatar.Renderer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Paints with a server. */
public final class HttpRenderer implements Renderer {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration CHECK = Duration.ofSeconds(10);
  private static final int CONNECTIONS_MOST = 64;
  private static final int MESSAGE_MOST = 16 << 20;

  private final Vertx vertx;
  private final HttpSettings settings;
  private final HttpClient client;
  private final WebSocketClient sockets;

  /** Opens no connection yet; they close with the verticle. */
  public HttpRenderer(Vertx vertx, HttpSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    // Nothing we accept arrives compressed, bombs least of all.
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setDecompressionSupported(false)
                .setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_MOST));
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxConnections(CONNECTIONS_MOST)
                .setMaxFrameSize(MESSAGE_MOST)
                .setMaxMessageSize(MESSAGE_MOST));
  }

  @Override
  public RenderWork work(RenderOrder order, RenderListener listener) {
    var exchange = new Exchange(client, settings);
    return new HttpRender(
        vertx, settings, listener, exchange, canvas -> dialect(exchange, order, canvas));
  }

  @Override
  public Future<Checkup> check() {
    var exchange = new Exchange(client, settings);
    return exchange
        .get(probe())
        .timeout(CHECK.toMillis(), TimeUnit.MILLISECONDS)
        .map(this::judged)
        .recover(
            failure -> Future.succeededFuture(Checkup.ill(exchange.complaints().words(failure))))
        .onComplete(any -> exchange.close());
  }

  private Dialect dialect(Exchange exchange, RenderOrder order, Canvas canvas) {
    return switch (settings.protocol()) {
      case A1111 -> new A1111(vertx, settings, exchange, order, canvas);
      case OPENAI_IMAGES -> new OpenAiImages(settings, exchange, order, canvas);
      case COMFYUI -> new ComfyUi(vertx, sockets, settings, exchange, order, canvas);
    };
  }

  private String probe() {
    return switch (settings.protocol()) {
      case A1111 -> A1111.PROGRESS;
      case OPENAI_IMAGES -> "/models";
      case COMFYUI -> ComfyQueue.PATH;
    };
  }

  // Not every server has what we ask for here, but each that answers is there.
  private Checkup judged(Reply reply) {
    var complaints = new Complaints(settings);
    return reply.barred()
        ? Checkup.ill(complaints.words(complaints.refused(reply)))
        : Checkup.well(
            "Its server at %s answers (%d).".formatted(settings.server(), reply.status()));
  }
}
