package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Credential;
import org.junit.jupiter.api.Test;

class TicketTest extends UsersFixture {
  private String ticket(Credential token) {
    var answer = client.ask("POST", "/api/tickets", "", bearer(token));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("expires_in_seconds").asInt()).isEqualTo(30);
    return "?ticket=" + answer.json().path("ticket").asText();
  }

  @Test
  void aTicketOpensOneStreamOnce() {
    var events = "/api/runs/" + run(ada) + "/events" + ticket(ada);
    try (var first = server.stream(events);
        var second = server.stream(events)) {
      assertThat(first.status()).isEqualTo(200);
      assertThat(second.status()).isEqualTo(401);
    }
  }

  @Test
  void whoMayOnlyLookGetsTicketsThatOnlyLook() {
    var run = run(ada);
    assertThat(server.stream("/api/runs/" + run + "/events" + ticket(onlooker)).status())
        .isEqualTo(200);
    var create = "/api/agents/create/stream" + ticket(onlooker) + "&description=a+wolf";
    assertThat(client.get(create).code()).isEqualTo("read_only");
  }

  @Test
  void aTicketShowsOnlyWhatIsItsMakers() {
    var run = run(ada);
    assertThat(server.stream("/api/runs/" + run + "/events" + ticket(bob)).status()).isEqualTo(404);
  }

  @Test
  void aTicketIsForNothingButStreamsAndSockets() {
    assertThat(client.get("/api/runs" + ticket(ada)).status()).isEqualTo(401);
    assertThat(client.get("/api/runs/" + run(ada) + ticket(ada)).status()).isEqualTo(401);
  }

  @Test
  void withoutUsersTicketsAreGivenToo() {
    try (var alone = WebServer.usual()) {
      assertThat(alone.client().ask("POST", "/api/tickets", "").status()).isEqualTo(201);
    }
  }
}
