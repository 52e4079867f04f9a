package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is asked to stop takes leave of those who watch, and they come back to the next.
 */
class StopIT {
  private static final String BUS =
      "{\"type\":\"register\",\"address\":\"run.r\",\"headers\":{\"last_event_id\":0}}";

  @TempDir Path folder;

  private Server start() {
    return Server.start(folder.resolve("data"), Map.of());
  }

  private static void note(Server server) {
    var answer = new Client(server).send("POST", "/emit", "{\"type\":\"note\",\"run\":\"r\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void socketsAreClosedAsGoingAwayAndStreamsAreCutSoThatNobodyTakesItForTheEnd() throws Exception {
    var seen = new ArrayList<Long>();
    var begun = new CountDownLatch(1);
    try (var server = start()) {
      note(server);
      try (var all = new Frames(server.uri("/ws/local?replay=1"));
          var one = new Frames(server.uri("/ws/runs/r"));
          var bridge = new Frames(server.uri("/eventbus/websocket"))) {
        bridge.say(BUS);
        var sockets = List.of(all, one, bridge);
        for (var socket : sockets) {
          assertThat(socket.next()).contains("\"type\":\"note\"");
        }
        var stream =
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return new Client(server).watch("r", 0, told -> see(told, seen, begun));
                  } catch (UncheckedIOException cut) {
                    return false;
                  }
                });
        begun.await();

        server.close();

        for (var socket : sockets) {
          assertThat(untilTheEnd(socket)).isEqualTo(1001);
        }
        assertThat(stream.join()).as("the stream looked as if its run had ended").isFalse();
      }
    }
    try (var server = start()) {
      note(server);
      new Client(server)
          .watch("r", seen.getLast(), told -> see(told, seen, begun) || told.numbered());
    }
    assertThat(seen).containsExactly(1L, 2L);
  }

  private static boolean see(Told told, List<Long> seen, CountDownLatch begun) {
    if (told.numbered()) {
      seen.add(told.id());
      begun.countDown();
    }
    return false;
  }

  private static int untilTheEnd(Frames socket) throws IOException {
    while (!socket.next().isEmpty()) {
      // A beat may come before.
    }
    return socket.closeCode();
  }
}
