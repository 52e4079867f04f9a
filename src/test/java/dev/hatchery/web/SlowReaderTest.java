package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.wire.EventStreamDecoder;
import dev.hatchery.wire.StreamEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
  private static final String LONG = "x".repeat(8000);
  private static final int FLOOD = 1500;
  static final Limits QUICK = quick(1);
  static final Limits QUICK_OF_MANY = quick(20);

  private static Limits quick(int streams) {
    return new Limits(
        8192,
        16384,
        262_144,
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        streams,
        50,
        Duration.ofSeconds(2),
        Duration.ofMillis(400));
  }

  private static Socket slow(WebServer server, RunId id) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket
        .getOutputStream()
        .write(
            "GET /api/runs/%s/events HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                .formatted(id, server.port())
                .getBytes(StandardCharsets.UTF_8));
    // The first bytes: from here on it is live.
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  @Test
  void aSlowReaderHurtsNobodyAndGetsTicksConflatedWithoutAGap() throws IOException {
    try (var server = new WebServer(Limits.USUAL, 1)) {
      var hatchery = server.hatchery();
      var id = hatchery.queue(Owner.LOCAL, "a dragon").id();
      hatchery.tick(id, "first");
      try (var slow = slow(server, id);
          var quick = server.stream("/api/runs/" + id + "/events")) {
        await().until(() -> quick.ids().size() == 1);
        for (var sent = 0; sent < FLOOD; sent += 50) {
          var all = sent + 51;
          ticks(hatchery, id, 50);
          await().pollInterval(Duration.ofMillis(5)).until(() -> quick.ids().size() == all);
        }
        hatchery.milestone(id, "backstory_complete");
        hatchery.tick(id, "last");
        hatchery.end(id, RunStatus.SUCCEEDED);
        await().until(quick::over);
        assertThat(quick.ids()).hasSize(FLOOD + 4);

        var events = dechunked(slow);
        assertThat(events).hasSizeLessThan(FLOOD).last().extracting("type").isEqualTo("complete");
        assertThat(events).extracting("type").contains("backstory_complete");
        assertThat(seqsAreGapless(events)).isTrue();
        assertThat(events).anyMatch(event -> Stream.data(event).has("seq_from"));
      }
    }
  }

  @Test
  void aReaderThatTakesNothingIsCut() throws IOException {
    try (var server = new WebServer(QUICK, 1)) {
      var hatchery = server.hatchery();
      var id = hatchery.queue(Owner.LOCAL, "a dragon").id();
      try (var slow = slow(server, id)) {
        assertThat(status(server, id)).isEqualTo(429);
        ticks(hatchery, id, FLOOD);
        await().until(() -> status(server, id) == 200);
        assertThat(endOf(slow)).isTrue();
      }
    }
  }

  @Test
  void aSilentRunBeats() {
    try (var server = new WebServer(QUICK, 1)) {
      var id = server.hatchery().queue(Owner.LOCAL, "a dragon").id();
      try (var stream = server.stream("/api/runs/" + id + "/events")) {
        await().until(() -> stream.types().size() >= 2);
        assertThat(stream.types()).containsOnly("beat");
        var beat = Stream.data(stream.all().getLast());
        assertThat(stream.all().getLast().id()).isNull();
        assertThat(beat.path("run_id").asText()).isEqualTo(id.value());
        assertThat(beat.path("status").asText()).isEqualTo("queued");
        assertThat(beat.path("elapsed_seconds").isNumber()).isTrue();
        server.hatchery().tick(id, "now it runs");
        var beats = stream.types().size();
        await().until(() -> stream.types().size() > beats + 2);
        assertThat(Stream.data(stream.all().getLast()).path("status").asText())
            .isEqualTo("running");
      }
    }
  }

  private static void ticks(FakeHatchery hatchery, RunId id, int count) {
    for (var i = 0; i < count; i++) {
      hatchery.tick(id, LONG);
    }
  }

  /** What a second stream gets where only one is granted. */
  private static int status(WebServer server, RunId id) {
    try (var stream = server.stream("/api/runs/" + id + "/events")) {
      return stream.status();
    }
  }

  private static boolean endOf(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketException reset) {
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }

  private static boolean seqsAreGapless(List<StreamEvent> events) {
    var last = 0L;
    for (var event : events) {
      var data = Stream.data(event);
      if (data.path("seq_from").asLong(data.path("seq").asLong()) != last + 1) {
        return false;
      }
      last = data.path("seq").asLong();
    }
    return true;
  }

  private static List<StreamEvent> dechunked(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var events = new ArrayList<StreamEvent>();
    var decoder = new EventStreamDecoder(1 << 20, false);
    while (!line(socket).isEmpty()) {
      // The rest of the headers.
    }
    for (var size = size(socket); size > 0; size = size(socket)) {
      var chunk = in.readNBytes(size);
      decoder.decode(chunk, chunk.length, events::add);
      in.readNBytes(2);
    }
    return events.stream().filter(event -> event.id() != null).toList();
  }

  private static int size(Socket socket) throws IOException {
    return Integer.parseInt(line(socket), 16);
  }

  private static String line(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (var c = socket.getInputStream().read();
        c != '\n' && c >= 0;
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
