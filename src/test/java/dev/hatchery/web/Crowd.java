package dev.hatchery.web;

import dev.hatchery.protocol.RunId;
import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Many streams of one run on few threads; each has a socket of its own. */
final class Crowd implements AutoCloseable {
  private static final int MOST = 1000;
  private static final int SOCKET_BYTES = 4096;
  private static final int LONGEST = 1 << 20;

  private final int port;
  private final Vertx vertx = Vertx.vertx();
  private final List<Reader> readers = new CopyOnWriteArrayList<>();

  /** A client that nobody holds is closed by the garbage collector. */
  private final List<HttpClient> clients = new ArrayList<>();

  Crowd(int port) {
    this.port = port;
  }

  /** One stream; its handlers run on one thread. */
  private static final class Reader {
    private final HttpClientResponse response;
    private final EventStreamDecoder decoder = new EventStreamDecoder(LONGEST, false);
    private final List<Long> ids = new ArrayList<>();
    private volatile long last;
    private volatile boolean over;

    Reader(HttpClientResponse response) {
      this.response = response;
      response.handler(this::read).endHandler(end -> over = true);
    }

    private void read(Buffer bytes) {
      decoder.decode(bytes.getBytes(), bytes.length(), this::read);
    }

    private void read(StreamEvent event) {
      if (event.id() != null) {
        var id = Long.parseLong(event.id());
        ids.add(id);
        last = id;
      }
    }
  }

  /**
   * So many more watch this run from a place on; they read at once, or not before {@link #read}.
   */
  void come(int count, RunId run, long place, boolean atOnce) {
    var options = new HttpClientOptions();
    if (!atOnce) {
      options.setReceiveBufferSize(SOCKET_BYTES);
    }
    var client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MOST));
    clients.add(client);
    for (var one = 0; one < count; one++) {
      readers.add(comes(client, run, place, atOnce));
    }
  }

  private Reader comes(HttpClient client, RunId run, long place, boolean atOnce) {
    return await(
        client
            .request(HttpMethod.GET, port, "localhost", "/api/runs/" + run + "/events")
            .compose(request -> request.putHeader("Last-Event-ID", "" + place).send())
            .map(
                response -> {
                  var reader = new Reader(response);
                  if (!atOnce) {
                    response.pause();
                  }
                  return reader;
                }));
  }

  /** Whoever has not read begins. */
  void read() {
    readers.forEach(reader -> reader.response.resume());
  }

  /** Whether everybody has come so far in the journal. */
  boolean allHave(long id) {
    return readers.stream().allMatch(reader -> reader.last >= id);
  }

  /** Whether nobody's stream goes on. */
  boolean allOver() {
    return readers.stream().allMatch(reader -> reader.over);
  }

  /** What each has read, once {@link #allOver}. */
  List<List<Long>> ids() {
    return readers.stream().map(reader -> reader.ids).toList();
  }

  @Override
  public void close() {
    readers.forEach(reader -> reader.response.request().reset());
    await(vertx.close());
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
