package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceTest extends UsersFixture {
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
