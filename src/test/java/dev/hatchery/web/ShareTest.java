package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest extends UsersFixture {
  private Client.Response share(String run) {
    return client.post("/api/runs/" + run + "/share", "{\"expires_in_seconds\":3600}", bearer(ada));
  }

  private String visit(String url, String... before) {
    var answer = client.get(url, before);
    assertThat(answer.status()).isEqualTo(303);
    return "Cookie: " + answer.header("Set-Cookie").replaceAll(";.*", "");
  }

  private String visitor(String run) {
    return visit(share(run).json().path("url").asText());
  }

  @Test
  void aLinkOpensThePageOfItsRunForSomebodyWithoutAnAccount() {
    var run = run(ada);
    var made = share(run);
    assertThat(made.status()).isEqualTo(201);
    var answer = client.get(made.json().path("url").asText());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/runs/" + run);
    assertThat(answer.header("Set-Cookie"))
        .matches("hatchery_share=[0-9a-v]{52}; Path=/; HTTPOnly; SameSite=Strict");
    var visitor = "Cookie: " + answer.header("Set-Cookie").replaceAll(";.*", "");
    assertThat(client.get("/api/runs/" + run, visitor).status()).isEqualTo(200);
    assertThat(server.stream("/api/runs/" + run + "/events", visitor.split(": ", 2)).status())
        .isEqualTo(200);
    assertThat(client.get("/api/session", visitor).body())
        .isEqualTo("{\"user\":null,\"read_only\":true,\"run\":\"" + run + "\",\"users\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/runs",
        "GET /api/agents",
        "GET /api/analytics/all",
        "GET /api/nodes",
        "GET /api/runs/OTHER",
        "GET /api/runs/OTHER/events",
        "GET /api/runs/1",
        "GET /api/runs/OWN/share",
        "GET /api/events",
        "GET /api/events?run=OTHER",
        "GET /stream/progress",
        "GET /stream/progress?run=OWN&run=OTHER",
        "GET /nowhere",
        "POST /api/runs",
        "POST /api/runs/OWN/retry",
        "DELETE /api/runs/OWN",
        "GET /api/agents/create/stream?description=a+wolf"
      })
  void aVisitorSeesNothingElse(String asked) {
    var own = run(ada);
    var other = client.post("/api/runs", "{\"description\":\"a wolf\"}", bearer(ada));
    var path =
        asked.split(" ")[1].replace("OWN", own).replace("OTHER", other.json().path("id").asText());

    var answer = client.ask(asked.split(" ")[0], path, "", visitor(own));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(server.hatchery().created()).isEqualTo(2);
  }

  @Test
  void theCompanionOfTheRunIsSeenOnceItIsThere() {
    var run = run(ada);
    var visitor = visitor(run);
    server.access().hatched("ada", "0123456789abcdefghijklmnop");
    assertThat(client.get("/api/agents/0123456789abcdefghijklmnop", visitor).body())
        .contains("There is no such companion.");
    assertThat(client.get("/api/agents/1123456789abcdefghijklmnop", visitor).body())
        .contains("There is nothing here.");
  }

  @Test
  void anEndedLinkLetsNobodyIn() {
    var run = run(ada);
    var made = share(run).json();
    var visitor = visit(made.path("url").asText());
    var links = "/api/runs/" + run + "/share";
    assertThat(client.get(links, bearer(ada)).json().path("shares").findValuesAsText("id"))
        .containsExactly(made.path("id").asText());
    assertThat(client.ask("DELETE", links + "/" + made.path("id"), "", bearer(bob)).status())
        .isEqualTo(404);

    assertThat(client.ask("DELETE", links + "/" + made.path("id"), "", bearer(ada)).status())
        .isEqualTo(204);

    assertThat(client.get("/api/runs/" + run, visitor).status()).isEqualTo(401);
    assertThat(client.get(made.path("url").asText()).status()).isEqualTo(404);
    assertThat(client.get(made.path("url").asText(), "Accept: text/html").body())
        .contains("There is no page at this address.");
  }

  @Test
  void anEndedLinkIsTakenFromWhoIsSignedInAndHindersNobody() {
    var run = run(ada);
    var other = run(ada);
    var ended = share(run).json();
    var guest = visitor(other);
    var visitor = visit(ended.path("url").asText(), guest);
    var both = signIn(bob) + "; " + visitor.substring(8);
    client.ask("DELETE", "/api/runs/" + run + "/share/" + ended.path("id"), "", bearer(ada));

    for (var i = 0; i < 30; i++) {
      var answer = client.get("/api/runs", both);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Set-Cookie")).startsWith(guest.substring(8) + ";");
    }
    assertThat(client.get("/api/runs/" + other, guest).status()).isEqualTo(200);
  }

  @Test
  void anEndedSessionIsTakenFromAGuestAndHindersNobody() {
    var other = run(ada);
    var guest = visitor(other);
    var both = signIn(bob) + "; " + guest.substring(8);
    server.access().revoke("bob");
    // Until then the session is still known.
    await().until(() -> !client.get("/api/runs/" + other, both).header("Set-Cookie").isEmpty());

    for (var i = 0; i < 30; i++) {
      var answer = client.get("/api/runs/" + other, both);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Set-Cookie")).startsWith("hatchery_session=; Max-Age=0;");
    }
    assertThat(client.get("/api/runs/" + other, guest).header("Set-Cookie")).isEmpty();
  }

  @Test
  void guessedLinksAreNotLookedUpForLong() {
    for (var i = 0; i < 20; i++) {
      assertThat(client.get("/api/runs", guess()).status()).isEqualTo(401);
    }
    var before = server.access().lookups();
    for (var i = 0; i < 10; i++) {
      var answer = client.get("/api/runs", guess());
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
    assertThat(server.access().lookups()).isEqualTo(before);
  }

  @Test
  void aGuestComesInAlsoWhileSomebodyGuessesFromTheSameAddress() {
    var run = run(ada);
    var visitor = visitor(run);
    for (var i = 0; i < 8; i++) {
      assertThat(client.get("/api/runs/" + run, visitor).status()).isEqualTo(200);
    }
    for (var i = 0; i < 20; i++) {
      client.get("/api/runs", guess());
    }
    for (var i = 0; i < 8; i++) {
      assertThat(client.get("/api/runs/" + run, visitor).status()).isEqualTo(200);
    }
  }

  private static String guess() {
    return "Cookie: hatchery_share=" + Credential.passing().text();
  }

  @Test
  void whoIsSignedInSeesWhatIsSharedBesideTheirOwn() {
    var run = run(ada);
    var own = client.post("/api/runs", WISH, bearer(bob)).json().path("id").asText();
    var session = signIn(bob);
    var both = session + "; " + visit(share(run).json().path("url").asText()).substring(8);

    assertThat(client.get("/api/runs/" + run, both).status()).isEqualTo(200);
    assertThat(client.get("/api/runs/" + own, both).status()).isEqualTo(200);
    assertThat(client.get("/api/session", both).json().path("user").asText()).isEqualTo("bob");
    assertThat(client.ask("DELETE", "/api/runs/" + run, "", both).status()).isEqualTo(404);
  }

  @Test
  void severalLinksAreOpenBesideEachOther() {
    var first = run(ada);
    var second =
        client
            .post("/api/runs", "{\"description\":\"a wolf\"}", bearer(ada))
            .json()
            .path("id")
            .asText();
    var visitor = visit(share(second).json().path("url").asText(), visitor(first));
    assertThat(client.get("/api/runs/" + first, visitor).status()).isEqualTo(200);
    assertThat(client.get("/api/runs/" + second, visitor).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotYoursCannotBeShared() {
    var run = run(ada);
    assertThat(client.post("/api/runs/" + run + "/share", "{}", bearer(bob)).status())
        .isEqualTo(404);
    assertThat(client.post("/api/runs/" + run + "/share", "{}", bearer(onlooker)).status())
        .isEqualTo(403);
    for (var seconds : new String[] {"0", "-1", "31622401", "1.5", "\"1\""}) {
      assertThat(
              client
                  .post(
                      "/api/runs/" + run + "/share",
                      "{\"expires_in_seconds\":" + seconds + "}",
                      bearer(ada))
                  .status())
          .isEqualTo(422);
    }
  }

  @Test
  void aStreamThatALinkOpenedEndsWithTheLink() {
    var run = run(ada);
    var made = share(run).json();
    var visitor = visit(made.path("url").asText());
    try (var stream = server.stream("/api/runs/" + run + "/events", visitor.split(": ", 2))) {
      await().until(stream::greeted);
      client.ask("DELETE", "/api/runs/" + run + "/share/" + made.path("id"), "", bearer(ada));
      await().until(stream::over);
    }
  }
}
