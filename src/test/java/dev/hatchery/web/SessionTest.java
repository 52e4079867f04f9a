package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class SessionTest extends UsersFixture {
  @Test
  void aBrowserSignsInByACookieThatNoScriptAndNoOtherSiteCanUse() {
    var answer = client.post("/api/session", "{\"token\":\" " + ada.text() + "\\n\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"user\":\"ada\",\"read_only\":false,\"run\":null,\"users\":true}");
    assertThat(answer.header("Set-Cookie"))
        .matches("hatchery_session=[0-9a-v]{52}; Path=/; HTTPOnly; SameSite=Strict")
        .doesNotContain(ada.text().substring(9));
  }

  @Test
  void aSessionIsWhoItsTokenIs() {
    var session = signIn(onlooker);
    assertThat(client.get("/api/session", session).json().path("user").asText()).isEqualTo("ada");
    assertThat(client.post("/api/runs", WISH, session).code()).isEqualTo("read_only");
  }

  @Test
  void aWrongTokenSignsNobodyIn() {
    var answer = client.post("/api/session", "{\"token\":\"hatchery_guess\"}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(client.post("/api/session", "{}").status()).isEqualTo(401);
    assertThat(client.post("/api/session", "{\"token\":7}").status()).isEqualTo(422);
  }

  @Test
  void otherSitesCanNeitherSignInNorUseASession() {
    var session = signIn(ada);
    var foreign = "Origin: https://evil.example";
    assertThat(client.post("/api/session", "{\"token\":\"" + bob.text() + "\"}", foreign).status())
        .isEqualTo(403);
    assertThat(client.post("/api/runs", WISH, session, foreign).code()).isEqualTo("foreign_origin");
    assertThat(client.post("/api/runs", WISH, session, "Sec-Fetch-Site: same-site").code())
        .isEqualTo("foreign_site");
    assertThat(client.ask("POST", "/api/runs", WISH, session, "Content-Type: text/plain").status())
        .isEqualTo(415);
    assertThat(client.ask("POST", "/api/session", "{}", "Content-Type: text/plain").status())
        .isEqualTo(415);
    assertThat(server.hatchery().created()).isZero();
  }

  @Test
  void signingOutEndsTheSessionEverywhere() {
    var session = signIn(ada);
    var answer = client.ask("DELETE", "/api/session", "", session);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
    await().until(() -> client.get("/api/session", session).status() == 401);
  }

  @Test
  void aBrowserThatIsLetInNoMoreLosesItsCookie() {
    var session = signIn(ada);
    server.access().revoke("ada");
    await().until(() -> client.get("/api/session", session).status() == 401);
    assertThat(client.get("/api/session", session).header("Set-Cookie")).contains("Max-Age=0");
  }

  @Test
  void aTokenGoesBeforeACookie() {
    var session = signIn(ada);
    assertThat(client.get("/api/session", session, bearer(bob)).json().path("user").asText())
        .isEqualTo("bob");
    assertThat(client.get("/api/session", session, "Authorization: Bearer x").status())
        .isEqualTo(401);
  }
}
