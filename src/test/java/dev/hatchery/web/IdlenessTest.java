package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.Http;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.support.SelfSigned;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections are idle, and which take nothing. */
@SuppressWarnings("NullAway.Init")
class IdlenessTest {
  private static final String LONG = "x".repeat(8000);
  private static final int FLOOD = 1500;
  private static final int SOME = 600;
  private static final int FEW = 20;

  /** Wide enough that a stream of which nothing is taken does not hold up the others. */
  private static final int WINDOW = 8 * 1024 * 1024;

  /** Narrow enough that a client which takes other streams says so often. */
  private static final int NARROW = 1024 * 1024;

  private static final int SIP = 64 * 1024;
  private static final Duration BREATH = Duration.ofMillis(20);

  @TempDir private static Path folder;

  private static SelfSigned certificate;
  private static Vertx vertx;

  @BeforeAll
  static void start() throws Exception {
    certificate = SelfSigned.in(folder);
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close().await();
  }

  private static WebServer encrypted(Limits limits) {
    var http = new Http("127.0.0.1", 0, List.of(), certificate.tls(), "");
    var server = new WebServer(limits, 1, http);
    server.open();
    return server;
  }

  /** One that carries all its requests over one connection. */
  private static HttpClient client(WebServer server) {
    return client(server, WINDOW);
  }

  private static HttpClient client(WebServer server, int window) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setSsl(true)
            .setUseAlpn(true)
            .setHttp2ConnectionWindowSize(window)
            .setTrustAll(true)
            .setDefaultHost("localhost")
            .setDefaultPort(server.port()));
  }

  private static HttpClientRequest asked(HttpClient client, String path, List<String> heard) {
    var request = client.request(HttpMethod.GET, path).await();
    request.send().onSuccess(answer -> answer.handler(some -> heard.add(some.toString()))).await();
    assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
    return request;
  }

  @Test
  void aStreamStaysWhileRequestsBesideItComeAndGo() {
    try (var server = encrypted(WebServer.IMPATIENT)) {
      var client = client(server);
      var heard = new CopyOnWriteArrayList<String>();
      var stream = asked(client, "/stream/progress", heard);
      var beside = asked(client, "/health", new CopyOnWriteArrayList<String>());
      assertThat(beside.connection()).isSameAs(stream.connection());
      // The first beat comes long after an idle connection would have been closed.
      await().until(() -> String.join("", heard).contains("event: beat"));
    }
  }

  @Test
  void aConnectionWhoseRequestsAreAllGivenUpIsIdle() {
    try (var server = encrypted(WebServer.IMPATIENT)) {
      var closed = new AtomicBoolean();
      var stream = asked(client(server), "/stream/progress", new CopyOnWriteArrayList<String>());
      stream.connection().closeHandler(now -> closed.set(true));
      stream.reset().await();
      await().untilTrue(closed);
    }
  }

  @Test
  void aStreamOfWhichNothingIsTakenIsCutAndNoneBesideIt() {
    try (var server = encrypted(SlowReaderTest.QUICK_OF_MANY)) {
      var client = client(server);
      var flooded = server.hatchery().queue(Owner.LOCAL, "a dragon").id();
      var quiet = server.hatchery().queue(Owner.LOCAL, "an owl").id();
      var cut = new AtomicBoolean();
      var deaf = client.request(HttpMethod.GET, "/api/runs/" + flooded + "/events").await();
      deaf.send()
          .onSuccess(answer -> answer.pause().exceptionHandler(reset -> cut.set(true)))
          .await();
      var heard = new CopyOnWriteArrayList<String>();
      var beside = asked(client, "/api/runs/" + quiet + "/events", heard);
      assertThat(beside.connection()).isSameAs(deaf.connection());
      for (var i = 0; i < FLOOD; i++) {
        server.hatchery().tick(flooded, LONG);
      }
      await().untilTrue(cut);
      server.hatchery().tick(quiet, "still here");
      await().until(() -> String.join("", heard).contains("still here"));
    }
  }

  @Test
  void anAnswerOfWhichNothingIsTakenIsCutAndNoneBesideIt() {
    try (var server = encrypted(SlowReaderTest.QUICK_OF_MANY)) {
      var client = client(server);
      var run = runWithMuchToTell(server);
      var cut = new AtomicBoolean();
      var deaf = deaf(client, run, cut);
      var heard = new CopyOnWriteArrayList<String>();
      var beside = asked(client, "/stream/progress", heard);
      assertThat(beside.connection()).isSameAs(deaf.connection());
      await().untilTrue(cut);
      server.hatchery().tick(run, "still here");
      await().until(() -> String.join("", heard).contains("still here"));
    }
  }

  @Test
  void anAnswerOfWhichNothingIsTakenIsCutAlsoWhileMuchIsTakenBesideIt() {
    try (var server = encrypted(SlowReaderTest.QUICK_OF_MANY)) {
      var client = client(server, NARROW);
      var run = runWithMuchToTell(server);
      var cut = new AtomicBoolean();
      var deaf = deaf(client, run, cut);
      var beside = asked(client, "/stream/progress?replay=0", new CopyOnWriteArrayList<String>());
      assertThat(beside.connection()).isSameAs(deaf.connection());
      await()
          .until(
              () -> {
                tick(server, run);
                return cut.get();
              });
    }
  }

  /** More than may be sent of one stream, and less than of all together. */
  private static RunId runWithMuchToTell(WebServer server) {
    var run = server.hatchery().queue(Owner.LOCAL, "a dragon").id();
    tick(server, run);
    return run;
  }

  private static void tick(WebServer server, RunId run) {
    for (var i = 0; i < FEW; i++) {
      server.hatchery().tick(run, LONG);
    }
  }

  /** Asks for all of a run's events and takes nothing of the answer. */
  private static HttpClientRequest deaf(HttpClient client, RunId run, AtomicBoolean cut) {
    var deaf = client.request(HttpMethod.GET, "/api/runs/" + run + "/events").await();
    deaf.putHeader(HttpHeaders.ACCEPT, "application/json")
        .send()
        .onSuccess(answer -> answer.pause().exceptionHandler(reset -> cut.set(true)))
        .await();
    return deaf;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/runs?limit=1000", "/api/runs/RUN/events"})
  void whoTakesNothingOfAnAnswerIsCut(String path) throws IOException {
    try (var server = new WebServer(SlowReaderTest.QUICK, 1)) {
      var run = server.hatchery().queue(Owner.LOCAL, LONG).id();
      for (var i = 0; i < FLOOD; i++) {
        server.hatchery().tick(run, LONG);
        server.hatchery().queue(Owner.LOCAL, LONG);
      }
      try (var deaf = deaf(server, path.replace("RUN", run.value()))) {
        await().until(() -> !hears(deaf));
      }
    }
  }

  @Test
  void whoTakesAnAnswerSlowlyGetsAllOfIt() throws IOException {
    try (var server = new WebServer(SlowReaderTest.QUICK, 1)) {
      var run = server.hatchery().queue(Owner.LOCAL, "a dragon").id();
      for (var i = 0; i < SOME; i++) {
        server.hatchery().tick(run, LONG);
      }
      try (var slow = deaf(server, "/api/runs/" + run + "/events")) {
        var read = new AtomicInteger();
        // All of it takes far longer than somebody may take nothing.
        await().pollInterval(BREATH).until(() -> !more(slow, read));
        assertThat(read.get()).isGreaterThan(SOME * LONG.length());
      }
    }
  }

  private static boolean more(Socket socket, AtomicInteger read) throws IOException {
    var some = socket.getInputStream().readNBytes(SIP);
    read.addAndGet(some.length);
    return some.length == SIP;
  }

  private static Socket deaf(WebServer server, String path) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: application/json\r\nConnection: close\r\n\r\n"
                .formatted(path, server.port())
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** Whether the server still takes what it is sent; blank lines between requests mean nothing. */
  private static boolean hears(Socket socket) {
    try {
      socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
