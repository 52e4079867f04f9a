package dev.hatchery.llm.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.llm.Listener;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Requests to one provider. */
public final class Exchange {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int CONNECTIONS_MOST = 64;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final Vertx vertx;
  private final HttpClient client;
  private final Provider provider;
  private final Complaints complaints;

  /** Opens no connection yet; they close with the verticle. */
  public Exchange(Vertx vertx, Provider provider) {
    this.vertx = vertx;
    // An answer is never decompressed: nothing we accept arrives compressed, bombs least of all.
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setDecompressionSupported(false)
                .setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_MOST));
    this.provider = provider;
    this.complaints = new Complaints(provider);
  }

  /** What goes wrong here, in words. */
  public Complaints complaints() {
    return complaints;
  }

  /**
   * Posts {@code body} and reads the answer into {@code transcript} until that is whole.
   *
   * @param path begins with a slash
   * @param listener hears that it is alive with every piece of the answer
   * @return fails with a {@link dev.hatchery.llm.ModelException}, or with {@link
   *     CancellationException} once {@code cancelled} completes, which also ends the connection
   */
  public Future<Void> post(
      String path,
      Map<String, String> headers,
      ObjectNode body,
      Transcript transcript,
      Listener listener,
      Future<Void> cancelled) {
    return send(HttpMethod.POST, path, headers, body.toString(), transcript, listener, cancelled);
  }

  /** Like a post without anything to say. */
  public Future<Void> get(String path, Map<String, String> headers, Transcript transcript) {
    return send(
        HttpMethod.GET,
        path,
        headers,
        "",
        transcript,
        piece -> {},
        Promise.<Void>promise().future());
  }

  private Future<Void> send(
      HttpMethod method,
      String path,
      Map<String, String> headers,
      String body,
      Transcript transcript,
      Listener listener,
      Future<Void> cancelled) {
    Promise<Void> over = Promise.promise();
    cancelled.onComplete(
        any -> over.tryFail(new CancellationException("The request was cancelled.")));
    client
        .request(options(method, path, headers))
        .onSuccess(
            request -> {
              over.future().onComplete(any -> request.reset());
              exchange(
                  request, body, new Reading(vertx, complaints, transcript, listener, over), over);
            })
        .onFailure(failure -> over.tryFail(complaints.connection(failure)));
    return over.future();
  }

  private void exchange(
      HttpClientRequest request, String body, Reading reading, Promise<Void> over) {
    if (over.future().isComplete()) {
      return;
    }
    request
        .send(Buffer.buffer(body))
        .onSuccess(reading::begin)
        .onFailure(failure -> over.tryFail(complaints.connection(failure)));
  }

  private RequestOptions options(HttpMethod method, String path, Map<String, String> headers) {
    var address = provider.at(path);
    var secure = "https".equalsIgnoreCase(address.getScheme());
    var port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
    var options =
        new RequestOptions()
            .setMethod(method)
            .setHost(address.getHost())
            .setPort(port)
            .setSsl(secure)
            .setURI(address.getRawPath())
            .setFollowRedirects(false)
            .putHeader("content-type", "application/json")
            .putHeader("accept-encoding", "identity")
            .putHeader("user-agent", "hatchery");
    headers.forEach(options::putHeader);
    return options;
  }
}
