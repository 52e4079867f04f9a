package dev.hatchery.web;

import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Credential;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with two users, one of whom may also only look. */
@SuppressWarnings("NullAway.Init")
abstract class UsersFixture {
  static final String WISH = "{\"description\":\"a dragon\"}";

  WebServer server;
  Client client;
  Credential ada;
  Credential bob;
  Credential onlooker;

  @BeforeEach
  void start() {
    server = WebServer.usual();
    client = server.client();
    ada = server.access().token("ada", false);
    onlooker = server.access().token("ada", true);
    bob = server.access().token("bob", false);
    closed(4);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Waits until every one of the instances asks strangers who they are. */
  final void closed(int askedInARow) {
    await()
        .until(
            () -> {
              for (var i = 0; i < askedInARow; i++) {
                if (client.get("/api/session").status() != 401) {
                  return false;
                }
              }
              return true;
            });
  }

  static String bearer(Credential token) {
    return "Authorization: Bearer " + token.text();
  }

  /** Makes a run of this user and gives its id. */
  final String run(Credential owner) {
    return client.post("/api/runs", WISH, bearer(owner)).json().path("id").asText();
  }

  /** Signs a browser in and gives what it sends from then on. */
  final String signIn(Credential token) {
    var answer = client.post("/api/session", "{\"token\":\"" + token.text() + "\"}");
    return "Cookie: " + answer.header("Set-Cookie").replaceAll(";.*", "");
  }
}
