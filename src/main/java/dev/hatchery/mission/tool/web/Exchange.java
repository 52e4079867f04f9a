package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** Requests with an end: in time and in size, and when nobody wants their answer any more. */
public final class Exchange {
  /** How much of an answer is read, in bytes. */
  public static final int MOST = 2 * 1024 * 1024;

  private static final String IDENTITY = "identity";

  private final Vertx vertx;
  private final HttpClient client;

  /** Opens no connection yet; they close with the verticle. No environment names a proxy to it. */
  public Exchange(Vertx vertx) {
    this.vertx = vertx;
    // Nothing is decompressed: nothing that we accept arrives compressed, bombs least of all.
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setDecompressionSupported(false).setKeepAlive(false));
  }

  /**
   * Sends one request and follows no redirect.
   *
   * @param patience for the connection and the whole answer
   * @param stopped fails once nobody wants the answer, which ends the connection
   * @return fails with a {@link ToolException}, or with what {@code stopped} fails with
   */
  public Future<Reply> send(
      RequestOptions options, Buffer body, Duration patience, Future<Void> stopped) {
    Promise<Reply> over = Promise.promise();
    var timer =
        vertx.setTimer(
            Math.max(1, patience.toMillis()), late -> over.tryFail(ConnectionWords.timeout()));
    stopped.onFailure(over::tryFail);
    options
        .setFollowRedirects(false)
        .putHeader("accept-encoding", IDENTITY)
        .putHeader("user-agent", "hatchery");
    client
        .request(options)
        .onSuccess(request -> exchange(request, body, over))
        .onFailure(failure -> over.tryFail(ConnectionWords.of(failure)));
    return over.future().onComplete(any -> vertx.cancelTimer(timer));
  }

  private static void exchange(HttpClientRequest request, Buffer body, Promise<Reply> over) {
    over.future().onComplete(any -> request.reset());
    if (over.future().isComplete()) {
      return;
    }
    request
        .send(body)
        .onSuccess(response -> read(response, over))
        .onFailure(failure -> over.tryFail(ConnectionWords.of(failure)));
  }

  private static void read(HttpClientResponse response, Promise<Reply> over) {
    var body = Buffer.buffer();
    var reply = new Reply(response.statusCode(), response.headers(), body);
    var encoding = response.getHeader("content-encoding");
    if (!reply.well()) {
      over.tryComplete(reply);
    } else if (encoding != null && !encoding.equals(IDENTITY)) {
      over.tryFail(new ToolException("The answer is compressed, which nobody asked for"));
    } else {
      response
          .exceptionHandler(cut -> over.tryFail(ConnectionWords.lost()))
          .handler(bytes -> collect(bytes, body, over))
          .endHandler(end -> over.tryComplete(reply));
    }
  }

  private static void collect(Buffer bytes, Buffer body, Promise<Reply> over) {
    if (body.length() + bytes.length() > MOST) {
      over.tryFail(new ToolException("The answer is larger than 2 MiB"));
    } else {
      body.appendBuffer(bytes);
    }
  }
}
