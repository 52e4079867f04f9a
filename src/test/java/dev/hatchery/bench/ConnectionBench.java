package dev.hatchery.bench;

import dev.hatchery.journey.Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What streams cost on which nothing happens. */
@Tag("bench")
@ExtendWith(Measured.class)
class ConnectionBench {
  private static final int FIRST = 500;
  private static final int MORE = 5000;

  /** Little room for what is new, soon all of it used, so that what is resident is what is held. */
  private static final Map<String, String> SMALL =
      Map.of("JDK_JAVA_OPTIONS", "-XX:+UseSerialGC -Xms64m -Xmn8m");

  @Test
  void idle(@TempDir Path folder, Figures figures) {
    try (var server = Server.start(folder.resolve("data"), SMALL);
        var first = open(server, FIRST)) {
      var used = new Consumption(server.pid());
      var heap = used.heap();
      var resident = used.resident();
      var began = System.nanoTime();
      try (var more = open(server, MORE)) {
        var seconds = (System.nanoTime() - began) / 1e9;
        figures.add("e idle streams: opened/s, one after the other", MORE / seconds);
        figures.add("e idle streams, 5,000: bytes each", (used.resident() - resident) / MORE);
        figures.add("e idle streams, of those: bytes on the heap", (used.heap() - heap) / MORE);
        publish(server);
        first.await(1);
        more.await(1);
      }
    }
  }

  private static Crowd open(Server server, int count) {
    return new Crowd(server.uri("/"), count, any -> "/stream/progress?replay=0", 0);
  }

  /** Each of them is alive. */
  private static void publish(Server server) {
    new Publishers(server.uri("/"), 1).emit(0, 1, n -> Publisher.event("bench", n));
  }
}
