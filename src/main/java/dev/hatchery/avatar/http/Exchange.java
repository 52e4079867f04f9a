package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.config.RendererEntry.Protocol;
import dev.hatchery.config.Secret;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** The requests of one render. Used on one context only. */
final class Exchange {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final HttpClient client;
  private final HttpSettings settings;
  private final Complaints complaints;
  private final Set<Promise<Reply>> open = new HashSet<>();
  private boolean closed;

  Exchange(HttpClient client, HttpSettings settings) {
    this.client = client;
    this.settings = settings;
    this.complaints = new Complaints(settings);
  }

  /** What goes wrong here, in words. */
  Complaints complaints() {
    return complaints;
  }

  /** Asks for {@code path}; fails with a {@code RenderException} unless any answer arrives. */
  Future<Reply> get(String path) {
    return send(HttpMethod.GET, path, "", Hearing.DEAF);
  }

  /** Posts {@code body}; fails with a {@code RenderException} unless any answer arrives. */
  Future<Reply> post(String path, JsonNode body, Hearing hearing) {
    return send(HttpMethod.POST, path, body.toString(), hearing);
  }

  /** Ends every request, and allows no more. */
  void close() {
    closed = true;
    Set.copyOf(open).forEach(over -> over.tryFail(complaints.brokenOff()));
  }

  private Future<Reply> send(HttpMethod method, String path, String body, Hearing hearing) {
    if (closed) {
      return Future.failedFuture(complaints.brokenOff());
    }
    Promise<Reply> over = Promise.promise();
    open.add(over);
    client
        .request(options(method, path))
        .onSuccess(request -> go(request, body, hearing, over))
        .onFailure(failure -> over.tryFail(complaints.unreachable(failure)));
    return over.future().onComplete(any -> open.remove(over));
  }

  private void go(HttpClientRequest request, String body, Hearing hearing, Promise<Reply> over) {
    over.future().onComplete(any -> request.reset());
    if (over.future().isComplete()) {
      return;
    }
    request
        .send(Buffer.buffer(body))
        .onSuccess(response -> new Incoming(response, hearing, complaints, over).begin())
        .onFailure(cut -> over.tryFail(complaints.brokenOff()));
  }

  /** How a socket is opened at {@code path}. */
  WebSocketConnectOptions socket(String path) {
    return addressed(new WebSocketConnectOptions().setAllowOriginHeader(false), path);
  }

  private RequestOptions options(HttpMethod method, String path) {
    return addressed(new RequestOptions(), path)
        .setMethod(method)
        .setFollowRedirects(false)
        .putHeader("content-type", "application/json")
        .putHeader("accept-encoding", "identity");
  }

  private <T extends RequestOptions> T addressed(T options, String path) {
    var address = settings.at(path);
    var secure = "https".equalsIgnoreCase(address.getScheme());
    var port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    options
        .setHost(address.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(address.getRawPath() + query)
        .putHeader("user-agent", "hatchery");
    if (settings.apiKey().present()) {
      options.putHeader("authorization", authorization(settings.protocol(), settings.apiKey()));
    }
    return options;
  }

  /** {@code --api-auth} of these servers is a name and a password; everybody else has keys. */
  private static String authorization(Protocol protocol, Secret key) {
    return protocol == Protocol.A1111 && key.reveal().indexOf(':') >= 0
        ? "Basic "
            + Base64.getEncoder().encodeToString(key.reveal().getBytes(StandardCharsets.UTF_8))
        : "Bearer " + key.reveal();
  }
}
