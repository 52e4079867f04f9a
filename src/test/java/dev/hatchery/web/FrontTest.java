package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.Http;
import dev.hatchery.config.Tls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be reached from elsewhere: never without users, and by one proxy that is believed. */
class FrontTest {
  private static final Tls NONE = new Tls("", "");
  private static final String OUTSIDE = "hatch.example.org";

  private static WebServer behindProxy() {
    return new WebServer(
        Limits.USUAL, 1, new Http("127.0.0.1", 0, List.of(OUTSIDE), NONE, "127.0.0.1"));
  }

  private static String signIn(WebServer server) {
    return "{\"token\":\"" + server.access().token("ada", false).text() + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, '', http.host is 0.0.0.0",
    "127.0.0.1, 127.0.0.1, http.trustedProxy is 127.0.0.1"
  })
  void whatMayBeReachedFromElsewhereDoesNotStartWithoutUsers(
      String host, String proxy, String words) {
    var tls = proxy.isEmpty() ? new Tls("certificate.pem", "key.pem") : NONE;
    try (var server = new WebServer(Limits.USUAL, 1, new Http(host, 0, List.of(), tls, proxy))) {
      assertThatThrownBy(server::open)
          .hasMessageContaining(words)
          .hasMessageContaining("hatchery token create NAME");
    }
  }

  @Test
  void whenItsLastTokenIsRevokedNobodyComesInAnyMore() {
    try (var server = behindProxy()) {
      server.access().token("ada", false);
      server.open();
      server.access().revoke("ada");
      for (var i = 0; i < 3; i++) {
        assertThat(server.client().get("/api/runs").status()).isEqualTo(401);
      }
    }
  }

  @Test
  void theProxySaysWhichHostAndWhetherTheBrowsersLineIsEncrypted() {
    try (var server = behindProxy()) {
      var token = signIn(server);
      server.open();
      var plain = server.client().post("/api/session", token);
      assertThat(plain.header("Set-Cookie")).doesNotContain("Secure");
      var secure =
          server
              .client()
              .post(
                  "/api/session",
                  token,
                  "X-Forwarded-Proto: https",
                  "X-Forwarded-Host: " + OUTSIDE,
                  "Origin: https://" + OUTSIDE);
      assertThat(secure.header("Set-Cookie")).contains("; Secure");
      assertThat(
              server
                  .client()
                  .post(
                      "/api/session",
                      token,
                      "X-Forwarded-Proto: https",
                      "X-Forwarded-Host: " + OUTSIDE,
                      "Origin: http://" + OUTSIDE)
                  .code())
          .isEqualTo("foreign_origin");
      assertThat(server.client().get("/", "X-Forwarded-Host: evil.example").code())
          .isEqualTo("foreign_host");
    }
  }

  @Test
  void theProxySaysFromWhomWrongTokensCome() {
    try (var server = behindProxy()) {
      server.access().token("ada", false);
      server.open();
      var last = 401;
      for (var i = 0; i < 40; i++) {
        last = wrong(server, "X-Forwarded-For: 9.9.9." + i + ", 203.0.113.7");
      }
      assertThat(last).isEqualTo(429);
      assertThat(wrong(server, "X-Forwarded-For: 203.0.113.8")).isEqualTo(401);
      for (var i = 0; i < 40; i++) {
        last = wrong(server, "X-Forwarded-For: 2001:db8:1:2:" + i + ":0:0:1");
      }
      assertThat(last).isEqualTo(429);
      assertThat(wrong(server, "X-Forwarded-For: 2001:db8:1:2::7")).isEqualTo(429);
      assertThat(wrong(server, "X-Forwarded-For: 2001:db8:1:3::7")).isEqualTo(401);
      assertThat(wrong(server, "X-Forwarded-For: ::ffff:203.0.113.7")).isEqualTo(429);
      assertThat(wrong(server, "X-Forwarded-For: ::ffff:203.0.113.9")).isEqualTo(401);
    }
  }

  @Test
  void whoeverIsNoTrustedProxyIsNotBelieved() {
    try (var server = WebServer.usual()) {
      var client = server.client();
      assertThat(client.get("/api/runs", "X-Forwarded-Host: evil.example").status()).isEqualTo(200);
      assertThat(
              client.get("/api/runs", "Host: evil.example", "X-Forwarded-Host: localhost").code())
          .isEqualTo("foreign_host");
      var last = 0;
      server.access().token("ada", false);
      await().until(() -> client.get("/api/runs").status() == 401);
      for (var i = 0; i < 90; i++) {
        last = wrong(server, "X-Forwarded-For: 203.0.113." + i);
      }
      assertThat(last).isEqualTo(429);
    }
  }

  private static int wrong(WebServer server, String header) {
    return server.client().get("/api/runs", header, "Authorization: Bearer wrong").status();
  }
}
