package dev.hatchery.web;

import static dev.hatchery.web.WebServer.CONFIGURED_HOST;
import static dev.hatchery.web.WebServer.INVITED_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends ServerFixture {
  private static final String WISH = "{\"description\":\"a dragon\"}";
  private static final String STREAM = "/api/agents/create/stream?description=a+dragon";

  private static String ported(String text) {
    return text.replace("PORT", Integer.toString(server.port()));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:PORT, 200",
    "LOCALHOST:PORT, 200",
    "127.0.0.1:PORT, 200",
    "[::1]:PORT, 200",
    CONFIGURED_HOST + ", 200",
    CONFIGURED_HOST + ":443, 200",
    "localhost, 403",
    "localhost:1, 403",
    "evil.example, 403",
    "evil.example:PORT, 403",
    "localhost.evil.example:PORT, 403",
    "127.0.0.1.nip.io:PORT, 403",
    "localhost.:PORT, 403",
    "0.0.0.0:PORT, 403",
  })
  void onlyOurOwnNamesAreAnswered(String host, int status) {
    var answer = client.get("/api/runs", "Host: " + ported(host));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.code()).isEqualTo("foreign_host");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:PORT, 201",
    INVITED_ORIGIN + ", 201",
    "null, 403",
    "http://evil.example, 403",
    "http://localhost:3000, 403",
    "http://127.0.0.1:PORT, 403",
    "http://localhost:PORT.evil.example, 403",
    INVITED_ORIGIN + ".evil.example, 403",
  })
  void onlyOurOwnPagesAndInvitedOnesMayStartAnything(String origin, int status) {
    var before = server.hatchery().created();
    var answer = client.post("/api/runs", WISH, "Origin: " + ported(origin));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(server.hatchery().created() - before).isEqualTo(status == 201 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "something-new"})
  void aStrangersPageCanNeitherStartNorReadNorCancel(String site) {
    var before = server.hatchery().created();
    var run = client.post("/api/runs", WISH).json().path("id").asText();
    var header = "Sec-Fetch-Site: " + site;
    var refused =
        List.of(
            client.get(STREAM, header),
            client.ask("HEAD", STREAM, "", header),
            client.post("/api/runs", WISH, header),
            client.get("/api/runs", header),
            client.ask("DELETE", "/api/runs/" + run, "", header));
    assertThat(refused).allMatch(answer -> answer.status() == 403);
    assertThat(server.hatchery().created()).isEqualTo(before + 1);
  }

  @Test
  void aLinkFromElsewhereStillOpensThePage() {
    assertThat(client.get("/", "Sec-Fetch-Site: cross-site").status()).isEqualTo(200);
  }

  @Test
  void aPreflightIsAnsweredToInvitedOriginsOnly() {
    var invited = client.ask("OPTIONS", "/api/runs", "", "Origin: " + INVITED_ORIGIN);
    assertThat(invited.status()).isEqualTo(204);
    assertThat(invited.header("access-control-allow-origin")).isEqualTo(INVITED_ORIGIN);
    assertThat(invited.header("vary")).contains("Origin");
    var methods = server.routes().stream().map(route -> route.split(" ")[0]).distinct().toList();
    assertThat(invited.header("access-control-allow-methods").split(", ")).containsAll(methods);
    var foreign = client.ask("OPTIONS", "/api/runs", "", "Origin: http://evil.example");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.headers()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void whatAFormCanSendIsNotRead(String type) {
    var answer = client.ask("POST", "/api/runs", WISH, "Content-Type: " + type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/runs", "/api/runs/x", "/health", "/nothing.js", "/openapi.json"})
  void everyAnswerTellsTheBrowserWhatNotToDo(String path) {
    var answer = client.get(path);
    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .contains("require-trusted-types-for 'script'");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    if (path.startsWith("/api/")) {
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }
  }
}
