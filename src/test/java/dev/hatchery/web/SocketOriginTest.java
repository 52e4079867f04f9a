package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a socket at all: no page but our own, and by no other transport. */
class SocketOriginTest extends ServerFixture {
  @Test
  void whoAsksForNoSocketIsToldThatHereIsOne() {
    for (var path : List.of("/ws/local", "/ws/runs/" + run(), "/eventbus/websocket")) {
      var answer = client.get(path);
      assertThat(answer.status()).isEqualTo(426);
      assertThat(answer.header("upgrade")).isEqualTo("websocket");
      assertThat(answer.code()).isEqualTo("websocket_required");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ws/local",
        "/ws/runs/0",
        "/eventbus/info",
        "/eventbus/websocket",
        "/eventbus/000/abcdefgh/websocket"
      })
  void aPageOfAnotherOriginIsRefusedBeforeAnythingIsOpened(String path) {
    for (var origin :
        List.of(
            "https://evil.example.org",
            "http://localhost:" + (server.port() + 1),
            "http://localhost:" + server.port() + ".evil.example.org",
            "null")) {
      try (var socket = socket(path, "Origin: " + origin)) {
        assertThat(socket.refusal().status()).as(origin).isEqualTo(403);
        assertThat(socket.refusal().code()).isEqualTo("foreign_origin");
        assertThat(socket.refusal().header("access-control-allow-origin")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/local", "/eventbus/websocket", "/eventbus/000/abcdefgh/websocket"})
  void ourOwnPageAnInvitedOneAndAProgramMayOpenASocket(String path) {
    try (var own = socket(path, "Origin: http://localhost:" + server.port());
        var invited = socket(path, "Origin: " + WebServer.INVITED_ORIGIN);
        var program = socket(path)) {
      assertThat(own.opened()).isTrue();
      assertThat(invited.opened()).isTrue();
      assertThat(program.opened()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/eventbus",
        "/eventbus/",
        "/eventbus/iframe.html",
        "/eventbus/iframe-1.6.1.html",
        "/eventbus/000/abcdefgh/xhr",
        "/eventbus/000/abcdefgh/xhr_streaming",
        "/eventbus/000/abcdefgh/xhr_send",
        "/eventbus/000/abcdefgh/eventsource",
        "/eventbus/000/abcdefgh/htmlfile?c=x",
        "/eventbus/000/abcdefgh/jsonp?c=x",
        "/eventbus/000/abcdefgh/jsonp_send",
        "/eventbus/chunking_test"
      })
  void theBridgeHasNoOtherTransport(String path) {
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(client.post(path, "[]").status()).isIn(404, 405);
  }
}
