package dev.hatchery.web;

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
    server = unopened();
    ada = server.access().token("ada", false);
    onlooker = server.access().token("ada", true);
    bob = server.access().token("bob", false);
    // From its first moment it asks strangers who they are.
    server.open();
    client = server.client();
  }

  WebServer unopened() {
    return WebServer.unopened();
  }

  @AfterEach
  void stop() {
    server.close();
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
