package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bench.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A traveller who would not see a fault of a cluster would be worth nothing. */
class TravellerTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\n\r\nb\r\nretry: 1\n\n\r\n";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Latencies absences = new Latencies();
  private @Nullable Traveller traveller;

  @AfterEach
  void leave() {
    Objects.requireNonNull(traveller).leave();
  }

  private static String event(int id) {
    return "2a\r\nid: %d\nevent: note\ndata: {\"a\":1}\n\n\r\n".formatted(id);
  }

  /** Says one of these to each who comes, and hangs up. */
  private void serve(ServerSocket server, String... says) {
    try {
      for (var words : says) {
        try (var client = server.accept()) {
          var request = new byte[8192];
          var length = client.getInputStream().read(request);
          asked.add(new String(request, 0, length, StandardCharsets.US_ASCII));
          client.getOutputStream().write((HEAD + words).getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one on the way to a server that says this. */
  private Traveller travel(String... says) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      traveller = new Traveller(() -> address, absences);
      Thread.ofVirtual().start(traveller);
      serve(server, says);
      return traveller;
    }
  }

  private void assertSeen(String fault, String... says) throws IOException {
    var sent = travel(says);
    await().until(() -> fault.equals(sent.complaint()));
  }

  @Test
  void whoGoesOnElsewhereHasSeenEverythingOnce() throws IOException {
    var sent = travel(event(1) + event(2), event(3), "");

    await().until(() -> sent.last() == 3);
    assertThat(sent.complaint()).isNull();
    assertThat(asked.getLast()).contains("Last-Event-ID: 3");
    assertThat(absences.size()).isEqualTo(2);
  }

  @Test
  void whatIsLeftOutIsSeen() throws IOException {
    assertSeen("3 after 1", event(1) + event(3));
  }

  @Test
  void whatComesAgainIsSeen() throws IOException {
    assertSeen("1 after 1", event(1), event(1));
  }

  @Test
  void aGapIsSeen() throws IOException {
    assertSeen("a gap after 1", event(1) + "event: gap\ndata: {}\n\n");
  }
}
