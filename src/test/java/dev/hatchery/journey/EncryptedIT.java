package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SelfSigned;
import dev.hatchery.support.SystemPackage;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that encrypts by itself, and one behind a proxy that does. */
@SuppressWarnings("NullAway.Init")
class EncryptedIT {
  private static final String REPORT = "{\"type\":\"noted\",\"run\":\"r\",\"data\":{}}";

  @TempDir Path folder;

  private SelfSigned certificate;
  private String ada;

  @BeforeEach
  void prepare() throws Exception {
    certificate = SelfSigned.in(Files.createDirectory(folder.resolve("tls")));
    var tokens = new Tokens(folder.resolve("data"), InstantSource.system());
    ada = tokens.create(new Owner("ada"), false).secret().text();
  }

  private Server encrypted() {
    return start(
        Map.of(
            "HATCHERY_HTTP_TLS_CERTIFICATE", certificate.tls().certificate(),
            "HATCHERY_HTTP_TLS_KEY", certificate.tls().key()));
  }

  private Server proxied() {
    return start(
        Map.of("HATCHERY_HTTP_TRUSTED_PROXY", "127.0.0.1", "HATCHERY_HTTP_HOSTS", "localhost"));
  }

  private Server start(Map<String, String> settings) {
    return Server.start(folder.resolve("data"), settings);
  }

  @Test
  @Needs(SystemPackage.CHROMIUM)
  void aBrowserSignsInAndWatchesLive() {
    try (var server = encrypted()) {
      watchLive(server.uri("/"));
    }
  }

  @Test
  @Needs({SystemPackage.CHROMIUM, SystemPackage.NGINX})
  void aBrowserSignsInAndWatchesLiveThroughNginx() {
    try (var server = proxied();
        var nginx = Nginx.before(server.uri("/"), certificate.tls(), folder)) {
      watchLive(nginx.uri("/"));
    }
  }

  /** On the page, whose stream a shared worker reads, and on a socket. */
  private void watchLive(URI site) {
    try (var browser = Browser.trusting(certificate)) {
      var page = browser.open(site.resolve("/watch").toString());
      page.waitForURL("**/sign-in?back=*");
      page.locator("#token").fill(ada);
      page.keyboard().press("Enter");
      page.waitForURL("**/watch");
      assertThat(browser.cookies())
          .isNotEmpty()
          .allMatch(cookie -> cookie.secure && cookie.httpOnly);
      assertThat(page.locator("h-connection[state=live]")).isVisible();

      page.evaluate(
          """
          () => {
            window.heard = [];
            for (const path of ["/ws/ada", "/eventbus/websocket"]) {
              const socket = new WebSocket("wss://" + location.host + path);
              socket.onmessage = (event) => window.heard.push(path + event.data);
              socket.onopen = () => path === "/eventbus/websocket" &&
                socket.send('{"type":"register","address":"runs","headers":{"last_event_id":0}}');
            }
          }
          """);
      assertThat(report(site).statusCode()).isEqualTo(202);
      assertThat(page.locator("h-run-row")).hasCount(1);
      page.waitForFunction(
          "() => ['/ws/ada', '/eventbus/websocket'].every((path) =>"
              + " window.heard.some((text) => text.startsWith(path) && text.includes('noted')))");
      // What it asks before it knows who it is.
      assertThat(browser.complaints()).allMatch(text -> text.contains("401"));
    }
  }

  @Test
  @Needs(SystemPackage.NGINX)
  void nginxHoldsNoEventBack() throws IOException {
    try (var server = proxied();
        var nginx = Nginx.before(server.uri("/"), certificate.tls(), folder)) {
      var site = nginx.uri("/");
      report(site);
      var stream = ask(HttpRequest.newBuilder(site.resolve("/stream/progress?replay=0")).GET());
      try (var heard = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
        assertThat(heard.readLine()).startsWith("retry:");
        for (var seq : List.of(2, 3)) {
          report(site);
          assertThat(heard.lines().anyMatch(line -> line.contains("\"seq\":" + seq + ",")))
              .isTrue();
        }
      }
    }
  }

  @Test
  @Needs(SystemPackage.NGINX)
  void whoeverGuessesThroughNginxIsKnownByTheAddressThatNginxSaw() {
    try (var server = proxied();
        var nginx = Nginx.before(server.uri("/"), certificate.tls(), folder)) {
      for (var i = 0; i < 20; i++) {
        assertThat(guess(nginx.uri("/api/runs"), i)).isEqualTo(401);
      }
      assertThat(guess(nginx.uri("/api/runs"), 20)).isEqualTo(429);
    }
  }

  private int guess(URI address, int number) {
    return send(HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer guess" + number)
            .header("X-Forwarded-For", "10.1.2." + number)
            .GET())
        .statusCode();
  }

  private HttpResponse<?> report(URI site) {
    return ask(
        HttpRequest.newBuilder(site.resolve("/emit"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(REPORT)));
  }

  private HttpResponse<InputStream> ask(HttpRequest.Builder request) {
    return send(request.header("Authorization", "Bearer " + ada));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    // Left to the collector: closing it would wait for the streams it has open.
    var client = HttpClient.newBuilder().sslContext(certificate.trust()).build();
    return client.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
  }
}
