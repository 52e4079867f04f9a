package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What those hear who watch when the server stops. */
class FarewellTest {
  private static final int WATCHERS = 40;

  @Test
  void everyStreamIsToldAnotherMomentToComeBackAndIsCutThen() {
    var server = WebServer.usual();
    var streams =
        IntStream.range(0, WATCHERS).mapToObj(n -> server.stream("/stream/progress")).toList();
    await().until(() -> streams.stream().allMatch(Stream::greeted));
    assertThat(streams)
        .allSatisfy(it -> assertThat(it.retry()).isLessThan(Duration.ofMillis(1500)));

    server.close();

    await().until(() -> streams.stream().allMatch(Stream::over));
    assertThat(streams).allMatch(Stream::cut);
    var moments = streams.stream().map(Stream::retry).sorted().toList();
    assertThat(moments.getFirst()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    assertThat(moments.getLast()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2000));
    assertThat(moments.get(WATCHERS / 2).minus(moments.getFirst()))
        .isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void aSocketIsToldThatTheServerGoesAway() {
    var server = WebServer.usual();
    server.hatchery().queue(Owner.LOCAL, "a dragon");
    var socket = SocketClient.open(server.port(), "/ws/local?replay=1");
    await().until(() -> !socket.all().isEmpty());

    server.close();

    await().until(() -> socket.closeCode() == 1001);
    assertThat(socket.closeReason()).isEqualTo("the server stops");
  }
}
