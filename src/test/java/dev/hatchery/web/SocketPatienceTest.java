package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sockets whose clients are slow, silent, gone or rude. */
class SocketPatienceTest {
  private static final String LONG = "x".repeat(8000);
  private static final int FLOOD = 1500;

  private static WebServer quick() {
    return new WebServer(SlowReaderTest.QUICK, 1);
  }

  private static RunId run(WebServer server) {
    return server.hatchery().queue(Owner.LOCAL, "a dragon").id();
  }

  private static void ticks(WebServer server, RunId id, int count) {
    for (var i = 0; i < count; i++) {
      server.hatchery().tick(id, LONG);
    }
  }

  /** What comes in place of a second socket where only one is granted. */
  private static int status(WebServer server, RunId id) {
    try (var socket = SocketClient.open(server.port(), "/ws/runs/" + id)) {
      return socket.refusal().status();
    }
  }

  @Test
  void aSlowReaderHurtsNobodyAndGetsTicksConflatedWithoutAGap() {
    try (var server = new WebServer(Limits.USUAL, 1)) {
      var id = run(server);
      server.hatchery().tick(id, "first");
      try (var slow = SocketClient.deaf(server.port(), "/ws/runs/" + id);
          var quick = server.stream("/api/runs/" + id + "/events")) {
        await().until(() -> quick.ids().size() == 1);
        for (var sent = 0; sent < FLOOD; sent += 50) {
          var all = sent + 51;
          ticks(server, id, 50);
          await().pollInterval(Duration.ofMillis(5)).until(() -> quick.ids().size() == all);
        }
        server.hatchery().milestone(id, "backstory_complete");
        server.hatchery().end(id, RunStatus.SUCCEEDED);
        await().until(quick::over);

        slow.read(true);

        assertThat(slow.numbered()).hasSizeLessThan(FLOOD);
        assertThat(slow.types()).contains("backstory_complete").endsWith("complete");
        assertThat(slow.closeCode()).isEqualTo(1000);
        var last = 0L;
        for (var frame : slow.numbered()) {
          var data = frame.path("data");
          assertThat(data.path("seq_from").asLong(data.path("seq").asLong())).isEqualTo(last + 1);
          last = data.path("seq").asLong();
        }
      }
    }
  }

  @Test
  void aReaderThatTakesNothingIsCutAndItsPlaceIsFree() {
    try (var server = quick()) {
      var id = run(server);
      try (var deaf = SocketClient.deaf(server.port(), "/ws/runs/" + id)) {
        assertThat(status(server, id)).isEqualTo(429);
        ticks(server, id, FLOOD);
        await().until(() -> status(server, id) == 101);
        deaf.read(false);
        assertThat(deaf.closeCode()).isZero();
      }
    }
  }

  @Test
  void aReaderThatTakesNothingIsCutAlsoWhenItsRunHasEnded() {
    try (var server = quick()) {
      var id = run(server);
      try (var deaf = SocketClient.deaf(server.port(), "/ws/runs/" + id)) {
        ticks(server, id, FLOOD);
        server.hatchery().end(id, RunStatus.SUCCEEDED);
        await().until(() -> status(server, id) == 101);
        assertThat(deaf.opened()).isTrue();
      }
    }
  }

  @Test
  void aBridgeThatCannotFollowIsClosedAndItsClientCatchesUpByItsCursor() {
    try (var server = new WebServer(Limits.USUAL, 1)) {
      var id = run(server);
      server.hatchery().tick(id, "first");
      try (var slow = SocketClient.deaf(server.port(), "/eventbus/websocket")) {
        slow.say("{\"type\":\"register\",\"address\":\"runs\",\"headers\":{\"last_event_id\":0}}");
        await()
            .until(
                () -> {
                  ticks(server, id, 50);
                  return server.hatchery().head() > FLOOD;
                });
        slow.read(true);
        assertThat(slow.closeCode()).isEqualTo(1013);
        var told = slow.all().stream().map(frame -> frame.at("/body/id").asLong()).toList();
        assertThat(told).isEqualTo(LongStream.rangeClosed(1, told.getLast()).boxed().toList());
        assertThat(told.getLast()).isLessThan(server.hatchery().head());
        var next = server.client().get("/api/events?limit=1&after=" + told.getLast()).json();
        assertThat(next.at("/events/0/id").asLong()).isEqualTo(told.getLast() + 1);
      }
    }
  }

  @Test
  void aClientThatAnswersNoPingIsCut() {
    try (var server = quick();
        var dead = SocketClient.deaf(server.port(), "/ws/local")) {
      dead.read(false);
      assertThat(dead.pings()).isPositive();
      assertThat(dead.closeCode()).isZero();
      assertThat(status(server, run(server))).isEqualTo(101);
    }
  }

  @Test
  void aClientThatAnswersPingsStaysThroughASilenceAndHearsBeats() {
    try (var server = quick();
        var socket = SocketClient.open(server.port(), "/ws/local")) {
      await().until(() -> socket.pings() > 5);
      assertThat(socket.over()).isFalse();
      assertThat(socket.types()).isNotEmpty().containsOnly("beat");
      assertThat(socket.texts()).noneMatch(text -> text.contains("\"id\""));
    }
  }

  @Test
  void aClientThatFloodsPingsAndReadsNoAnswerIsCut() {
    try (var server = quick();
        var rude = SocketClient.deaf(server.port(), "/ws/local")) {
      var ping = new byte[125];
      assertThatThrownBy(
              () -> {
                for (var i = 0; i < 10_000_000; i++) {
                  rude.send(SocketClient.FINAL | SocketClient.PING, ping);
                }
              })
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void aSocketIsNotAnIdleConnection() {
    try (var server = WebServer.impatient();
        var socket = SocketClient.open(server.port(), "/ws/local")) {
      // The first beat comes long after an idle connection would have been closed.
      await().until(() -> socket.types().contains("beat"));
      assertThat(socket.over()).isFalse();
    }
  }

  @Test
  void aServerThatStopsSaysSo() {
    try (var server = WebServer.usual();
        var socket = SocketClient.open(server.port(), "/ws/local")) {
      var told = server.hatchery().tick(run(server), "heard");
      await().until(() -> socket.ids().contains("" + told.id()));
      server.close();
      await().until(socket::over);
      assertThat(socket.closeCode()).isEqualTo(1001);
    }
  }
}
