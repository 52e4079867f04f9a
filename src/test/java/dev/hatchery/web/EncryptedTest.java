package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.Http;
import dev.hatchery.config.Tls;
import dev.hatchery.protocol.Credential;
import dev.hatchery.support.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    return new WebServer(Limits.USUAL, 1, new Http("127.0.0.1", 0, List.of(), tls, ""));
  }

  private static HttpResponse<InputStream> ask(
      WebServer server, Credential token, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
            .header("Authorization", "Bearer " + token.text());
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    // The client is left to the collector: closing it would wait for the streams it has open.
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(certificate.trust())
            .build();
    return client.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
  }

  @Test
  void requestsAndStreamsTravelOverHttp2AndEndWithTheirToken() throws IOException {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var made = ask(server, ada, "/api/runs", "{\"description\":\"a dragon\"}");
      assertThat(made.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(made.statusCode()).isEqualTo(201);
      var run = server.hatchery().latest();

      var stream = ask(server, ada, "/api/runs/" + run.id() + "/events", "").body();

      assertThat(new String(stream.readNBytes(6), StandardCharsets.US_ASCII)).isEqualTo("retry:");
      var over = CompletableFuture.runAsync(() -> drain(stream));
      assertThat(over).isNotDone();
      server.access().revoke("ada");
      await().until(over::isDone);
    }
  }

  @Test
  void theCookieOfASessionNeverTravelsUnencrypted() {
    try (var server = server(certificate.tls())) {
      var ada = server.access().token("ada", false);
      server.open();
      var answer = ask(server, ada, "/api/session", "{\"token\":\"" + ada.text() + "\"}");
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
