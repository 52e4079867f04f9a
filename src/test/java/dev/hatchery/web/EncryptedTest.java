package dev.hatchery.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.Http;
import dev.hatchery.config.Tls;
import dev.hatchery.protocol.Credential;
import dev.hatchery.support.SelfSigned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over TLS, where browsers agree on HTTP/2 by themselves. */
@SuppressWarnings("NullAway.Init")
class EncryptedTest {
  @TempDir private static Path folder;

  private static SelfSigned certificate;

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(folder);
  }

  private static WebServer server(Tls tls) {
    return server(Limits.USUAL, tls);
  }

  private static WebServer server(Limits limits, Tls tls) {
    return new WebServer(limits, 1, new Http("127.0.0.1", 0, List.of(), tls, ""));
  }

  private static HttpClient client(HttpClient.Version version) {
    // Left to the collector: closing it would wait for the streams it has open.
    return HttpClient.newBuilder().version(version).sslContext(certificate.trust()).build();
  }

  private static HttpResponse<InputStream> ask(
      HttpClient client, WebServer server, Credential token, String path, String body) {
    var request = request(server, token, path);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    return client.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
  }

  private static HttpRequest.Builder request(WebServer server, Credential token, String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
        .header("Authorization", "Bearer " + token.text());
  }

  private static String text(HttpResponse<InputStream> answer) throws IOException {
    return new String(answer.body().readAllBytes(), UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void requestsAndStreamsTravelOverHttp2AndOver1AndEndWithTheirToken(HttpClient.Version version)
      throws IOException {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(version);
      var open = new ArrayList<CompletableFuture<Void>>();
      var made = ask(client, server, ada, "/api/runs", "{\"description\":\"a dragon\"}");
      assertThat(made.version()).isEqualTo(version);
      assertThat(made.statusCode()).isEqualTo(201);
      var run = server.hatchery().latest();

      for (var path : List.of("/api/runs/" + run.id() + "/events", "/stream/progress")) {
        var stream = ask(client, server, ada, path, "");
        assertThat(stream.version()).isEqualTo(version);
        var heard = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
        assertThat(heard.readLine()).startsWith("retry:");
        var told = server.hatchery().tick(run.id(), "now");
        assertThat(heard.lines().anyMatch(("id: " + told.id())::equals)).isTrue();
        var over = CompletableFuture.runAsync(() -> drain(stream.body()));
        assertThat(over).isNotDone();
        open.add(over);
      }
      server.access().revoke("ada");
      await().until(() -> open.stream().allMatch(CompletableFuture::isDone));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoAsksAndWaitsIsAnsweredOverBoth(HttpClient.Version version) throws IOException {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(version);
      ask(client, server, ada, "/api/runs", "{\"description\":\"a dragon\"}");
      var waiting =
          CompletableFuture.supplyAsync(
              () -> ask(client, server, ada, "/api/events?after=0&wait=20", ""));
      var told = server.hatchery().tick(server.hatchery().latest().id(), "now");
      assertThat(text(waiting.join())).contains("\"last\":" + told.id());
    }
  }

  @Test
  void whoAsksForMuchAtOnceIsAnsweredInFull() throws IOException {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(HttpClient.Version.HTTP_2);
      var one = text(ask(client, server, ada, "/vendor/sockjs.js", ""));
      // Two of them are more than a connection takes at once, and none by itself.
      assertThat(one.length()).isBetween(32 * 1024, 64 * 1024);
      var request = request(server, ada, "/vendor/sockjs.js").build();
      var all =
          Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
              .limit(60)
              .toList();
      await().until(() -> all.stream().allMatch(CompletableFuture::isDone));
      assertThat(all).allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo(one));
    }
  }

  @Test
  void aBodyThatComesTooSlowlyEndsNothingElseOnItsConnection() throws IOException {
    try (var server = server(WebServer.IMPATIENT, certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(HttpClient.Version.HTTP_2);
      ask(client, server, ada, "/api/runs", "{\"description\":\"a dragon\"}");
      var stream = ask(client, server, ada, "/stream/progress", "");

      var slow =
          request(server, ada, "/api/runs")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.fromPublisher(subscriber -> {}, 100));
      var answer = client.sendAsync(slow.build(), BodyHandlers.discarding());
      assertThat(answer.handle((said, broken) -> "over")).succeedsWithin(ofSeconds(20));

      var told = server.hatchery().tick(server.hatchery().latest().id(), "now");
      var heard = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
      assertThat(heard.lines().anyMatch(("id: " + told.id())::equals)).isTrue();
    }
  }

  @Test
  void socketsAndTheBridgeTravelOverIt() {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(HttpClient.Version.HTTP_2);
      ask(client, server, ada, "/api/runs", "{\"description\":\"a dragon\"}");
      var run = server.hatchery().latest().id();
      var all = socket(client, server, ada, "/ws/ada?last_event_id=0", "");
      var one = socket(client, server, ada, "/ws/runs/" + run, "");
      var bridge =
          socket(
              client,
              server,
              ada,
              "/eventbus/websocket",
              "{\"type\":\"register\",\"address\":\"run.%s\",\"headers\":{\"last_event_id\":0}}"
                  .formatted(run));
      var told = "\"id\":" + server.hatchery().tick(run, "now").id() + ",";
      for (var heard : List.of(all, one, bridge)) {
        await().until(() -> String.join("", heard).contains(told));
      }
    }
  }

  /** What comes on a socket on which this was said first. */
  private static List<String> socket(
      HttpClient client, WebServer server, Credential token, String path, String said) {
    var heard = new CopyOnWriteArrayList<String>();
    var socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token.text())
            .buildAsync(
                URI.create("wss://localhost:" + server.port() + path),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    heard.add(text.toString());
                    from.request(1);
                    return null;
                  }
                })
            .join();
    if (!said.isEmpty()) {
      socket.sendText(said, true).join();
    }
    return heard;
  }

  @Test
  void theCookieOfASessionNeverTravelsUnencrypted() {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var client = client(HttpClient.Version.HTTP_2);
      var answer = ask(client, server, ada, "/api/session", "{\"token\":\"" + ada.text() + "\"}");
      assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("; Secure");
    }
  }

  @Test
  void aCertificateThatIsNotThereIsSaidSo() {
    try (var server = server(new Tls("missing.pem", "missing.key"))) {
      assertThatThrownBy(server::open)
          .hasMessageContaining("http.tls cannot be used")
          .hasMessageContaining("missing");
    }
  }

  private static void drain(InputStream stream) {
    try (stream) {
      stream.readAllBytes();
    } catch (IOException e) {
      // Cut, which ends it as well.
    }
  }
}
