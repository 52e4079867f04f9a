package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.RunId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks for what is somebody else's causes the same work as whoever asks for what is not
 * there, so that not even the time of the answer tells them apart.
 */
@SuppressWarnings("NullAway.Init")
class SameQuestionsTest extends UsersFixture {
  private static final String GIVEN =
      "{\"name\":\"Quillon\",\"backstory\":\"Keeps every umbrella that was ever lost.\","
          + "\"personality_traits\":[\"tidy\"]}";

  private List<String> asked;

  @Override
  WebServer unopened() {
    return WebServer.overheard();
  }

  /** What is asked of the others until this is over. */
  private List<String> questions(Consumer<String> request, String id) {
    asked.clear();
    request.accept(id);
    return List.copyOf(asked);
  }

  private void requireSame(String what, Consumer<String> request, String foreign) {
    assertThat(questions(request, foreign))
        .as(what)
        .isNotEmpty()
        .isEqualTo(questions(request, RunId.random().value()));
  }

  @Test
  void anyRoute() {
    var run = run(ada);
    var agent = client.post("/api/agents", GIVEN, bearer(ada)).json().path("id").asText();
    asked = server.questions();
    var routes =
        server.routes().stream().filter(route -> route.matches(".* /(api|ws)/.*:id.*")).toList();
    assertThat(routes).hasSizeGreaterThan(10);
    for (var route : routes) {
      var method = route.split(" ")[0];
      var path = route.split(" ")[1];
      requireSame(
          route,
          id -> {
            var there = path.replace(":id", id).replace(":share", "1");
            var answer =
                method.equals("POST")
                    ? client.post(there, "{}", bearer(bob))
                    : client.ask(method, there, "", bearer(bob));
            assertThat(answer.status()).as(route).isEqualTo(404);
          },
          path.startsWith("/api/agents") ? agent : run);
    }
  }

  @Test
  void anyFilterSocketAndAddress() {
    var run = run(ada);
    asked = server.questions();
    for (var path : List.of("/api/events?after=0&run=", "/api/events?after=99&run=")) {
      requireSame(path, id -> client.get(path + id, bearer(bob)), run);
    }
    requireSame(
        "/stream/progress",
        id -> {
          try (var stream =
              server.stream(
                  "/stream/progress?run=" + id, "Authorization", "Bearer " + bob.text())) {
            await().until(stream::greeted);
          }
        },
        run);
    for (var said :
        List.of(
            "{\"type\":\"register\",\"address\":\"run.ID\"}",
            "{\"type\":\"send\",\"address\":\"hatchery.cancel\",\"body\":{\"run\":\"ID\"}}")) {
      requireSame(
          said,
          id -> {
            try (var bridge =
                SocketClient.open(server.port(), "/eventbus/websocket", bearer(bob))) {
              bridge.say(said.replace("ID", id));
              await().until(() -> bridge.texts().size() == 1);
            }
          },
          run);
    }
  }
}
