package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends UsersFixture {
  @Test
  void withoutUsersNobodyHasToShowAnything() {
    try (var alone = WebServer.usual()) {
      var answer = alone.client().get("/api/session", "Authorization: Bearer of news");
      assertThat(answer.body())
          .isEqualTo("{\"user\":\"local\",\"read_only\":false,\"run\":null,\"users\":false}");
      assertThat(alone.client().get("/api/runs").status()).isEqualTo(200);
    }
  }

  @Test
  void aTokenLetsItsUserIn() {
    assertThat(client.get("/api/session", bearer(ada)).body())
        .isEqualTo("{\"user\":\"ada\",\"read_only\":false,\"run\":null,\"users\":true}");
    assertThat(client.get("/api/runs", "authorization: bearer  " + ada.text()).status())
        .isEqualTo(200);
  }

  @Test
  void whateverIsWrongIsSaidInTheSameWords() {
    var missing = client.get("/api/runs");
    server.access().revoke("bob");
    for (var shown :
        new String[] {bearer(bob), "Authorization: Bearer x", "Authorization: Basic YQ=="}) {
      var answer = client.get("/api/runs/0123456789abcdefghijklmnop", shown);
      assertThat(answer.body()).isEqualTo(missing.body());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.code()).isEqualTo("unauthenticated");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/",
        "/nest",
        "/sign-in",
        "/css/page.css",
        "/openapi.json"
      })
  void whatHoldsNobodysDataIsForEverybody(String path) {
    assertThat(client.get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs",
        "/api/agents",
        "/api/analytics/all",
        "/api/nodes",
        "/api/agents/create/stream?description=a+dragon",
        "/metrics",
        "/nowhere",
        "/api/nowhere.js"
      })
  void everythingElseIsNot(String path) {
    assertThat(client.get(path).status()).isEqualTo(401);
  }

  @Test
  void peopleAreTakenToWhereTheyCanSayWhoTheyAre() {
    var answer = client.get("/a%2fb?c=d", "Accept: text/html,*/*;q=0.8");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/sign-in?back=%2Fa%252fb");
    assertThat(client.get("/api/runs", "Accept: text/html").status()).isEqualTo(401);
  }

  @Test
  void whoMayOnlyLookChangesNothing() {
    var run = run(ada);
    assertThat(client.get("/api/runs/" + run, bearer(onlooker)).status()).isEqualTo(200);
    assertThat(client.post("/api/runs", WISH, bearer(onlooker)).code()).isEqualTo("read_only");
    assertThat(client.ask("DELETE", "/api/runs/" + run, "", bearer(onlooker)).status())
        .isEqualTo(403);
    var hatching = client.get("/api/agents/create/stream?description=a+wolf", bearer(onlooker));
    assertThat(hatching.code()).isEqualTo("read_only");
    assertThat(server.hatchery().created()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"?token=x", "?access_token=x", "?%74oken=x", "?a=b&token=x"})
  void aTokenInAnAddressIsRefusedThereAndSaidWhy(String query) {
    var answer = client.get("/api/runs" + query, bearer(ada));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("token_in_url");
  }

  @Test
  void aTokenIsRecognisedAnywhereInAnAddress() {
    assertThat(client.get("/nest?who=" + ada.text()).code()).isEqualTo("token_in_url");
    assertThat(client.get("/" + ada.text()).code()).isEqualTo("token_in_url");
  }

  @Test
  void manyWrongTokensFromOneAddressAreNotLookedUpAnyMoreByAnyInstance() {
    for (var i = 0; i < 20; i++) {
      assertThat(client.get("/api/runs", "Authorization: Bearer guess" + i).status())
          .isEqualTo(401);
    }
    var before = server.access().lookups();
    for (var i = 0; i < 10; i++) {
      var refused = client.get("/api/runs", "Authorization: Bearer another" + i);
      assertThat(refused.status()).isEqualTo(429);
    }
    assertThat(server.access().lookups()).isEqualTo(before);
    var last = client.post("/api/session", "{\"token\":\"another\"}");
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("too_many_failures");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @Test
  void whoCameInBeforeComesInAlsoWhileSomebodyGuessesFromTheSameAddress() {
    assertThat(client.get("/api/runs", bearer(ada)).status()).isEqualTo(200);
    for (var i = 0; i < 20; i++) {
      client.get("/api/runs", "Authorization: Bearer guess" + i);
    }
    // Whichever instance takes the connection.
    for (var i = 0; i < 8; i++) {
      assertThat(client.get("/api/runs", bearer(ada)).status()).isEqualTo(200);
    }
  }

  @Test
  void aBodyThatComesWhileItsSenderIsLookedUpIsNotLost() throws IOException {
    var body = "{\"description\":\"a dragon\"" + " ".repeat(200_000) + "}";
    var head =
        "POST /api/runs HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(server.port(), bearer(ada), body.length());
    try (var socket = client.open()) {
      var out = socket.getOutputStream();
      out.write((head + body.substring(0, 100)).getBytes(StandardCharsets.UTF_8));
      out.flush();
      out.write(body.substring(100).getBytes(StandardCharsets.UTF_8));
      assertThat(Client.read(socket, false).status()).isEqualTo(201);
    }
  }

  @Test
  void whoComesOftenIsNotLookedUpEachTime() {
    var before = server.access().lookups();
    for (var i = 0; i < 40; i++) {
      assertThat(client.get("/api/session", bearer(ada)).status()).isEqualTo(200);
    }
    assertThat(server.access().lookups() - before).isLessThan(20);
  }
}
