package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AttendanceTest extends UsersFixture {
  private static final String CREATE = "/api/agents/create";

  private Stream watch(String run, String... headers) {
    return server.stream("/api/runs/" + run + "/events", headers);
  }

  private String[] as(Credential token) {
    return bearer(token).split(": ", 2);
  }

  @Test
  void aStreamEndsWhenItsTokenIsRevokedAndOthersGoOn() {
    var adas = run(ada);
    var bobs = run(bob);
    try (var one = watch(adas, as(ada));
        var other = watch(bobs, as(bob))) {
      await().until(() -> one.greeted() && other.greeted());
      server.access().revoke("ada");
      await().until(one::over);
      assertThat(other.over()).isFalse();
      var told = server.hatchery().tick(server.hatchery().latest().id(), "still here");
      await().until(() -> other.ids().contains(Long.toString(told.id())));
    }
  }

  @Test
  void whoWaitsForACompanionHasASeatUntilTheyGoAway() throws IOException {
    var run = run(ada);
    var before = server.hatchery().created();
    var waiting = new ArrayList<Socket>();
    for (var i = 0; i < 50; i++) {
      waiting.add(waiting());
    }
    // Whoever looked earlier would have the seat of one of them.
    await().until(() -> server.hatchery().created() == before + 50);
    assertThat(status(run)).isEqualTo(429);
    assertThat(client.post(CREATE, WISH, bearer(ada)).code()).isEqualTo("too_many_streams");
    assertThat(server.hatchery().created()).isEqualTo(before + 50);

    for (var socket : waiting) {
      socket.close();
    }
    await().until(() -> status(run) == 200);
  }

  private Socket waiting() throws IOException {
    var socket = client.open();
    var request =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(CREATE, server.port(), bearer(ada), WISH.length(), WISH);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private int status(String run) {
    try (var stream = watch(run, as(ada))) {
      return stream.status();
    }
  }

  @Test
  void whoWaitsForACompanionWaitsNoLongerThanTheirTokenHolds() {
    var answer = CompletableFuture.supplyAsync(() -> client.post(CREATE, WISH, bearer(ada)));
    await().until(() -> server.hatchery().created() == 1);
    server.access().revoke("ada");
    assertThat(answer.join().status()).isEqualTo(401);
  }

  @Test
  void aStreamOfAServerWithoutUsersEndsWithTheFirstToken() {
    try (var alone = WebServer.usual()) {
      var run = alone.hatchery().queue(Owner.LOCAL, "a dragon");
      try (var stream = alone.stream("/api/runs/" + run.id() + "/events")) {
        await().until(stream::greeted);
        alone.access().token("ada", false);
        await().until(stream::over);
      }
    }
  }

  @Test
  void oneUserHasFiftyStreamsWithAllTheirTokensAndNobodyElseHasFewer() {
    var adas = run(ada);
    var bobs = run(bob);
    var open = new ArrayList<Stream>();
    try {
      for (var i = 0; i < 50; i++) {
        open.add(watch(adas, as(i % 2 == 0 ? ada : onlooker)));
      }
      assertThat(open).allMatch(stream -> stream.status() == 200);
      var refused = client.get("/api/runs/" + adas + "/events", bearer(ada));
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("too_many_streams");
      assertThat(refused.header("Retry-After")).isEqualTo("10");
      try (var other = watch(bobs, as(bob))) {
        assertThat(other.status()).isEqualTo(200);
      }
      open.removeLast().close();
      await()
          .until(
              () -> {
                var stream = watch(adas, as(ada));
                open.add(stream);
                return stream.status() == 200;
              });
    } finally {
      List.copyOf(open).forEach(Stream::close);
    }
  }
}
