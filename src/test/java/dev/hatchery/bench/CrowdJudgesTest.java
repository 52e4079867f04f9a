package dev.hatchery.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A benchmark that would not see a fault of the server would be worth nothing. */
class CrowdJudgesTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\n\r\nretry: 700\n\n";

  private static String event(int id, int number) {
    return "id: %d\nevent: bench_tick\ndata: {\"mark\":\"%s\"}\n\n"
        .formatted(id, StreamScan.mark(number));
  }

  /** What a crowd of one makes of a server that says this, in pieces cut where the test says. */
  private static Crowd crowd(ServerSocket server, String says, IntPredicate cut) {
    Thread.ofVirtual().start(() -> serve(server, says, cut));
    var uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
    return new Crowd(uri, 1, any -> "/", 0);
  }

  private static void serve(ServerSocket server, String says, IntPredicate cut) {
    try (var client = server.accept()) {
      var out = client.getOutputStream();
      out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      for (var i = 0; i < says.length(); i++) {
        out.write(says.charAt(i));
        if (cut.test(i)) {
          out.flush();
        }
      }
      // Until the crowd has gone.
      assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void eventsInOrderAreFineHoweverTheirBytesAreCut() throws IOException {
    var says = event(7, 0) + "event: beat\ndata: {\"a\":\"@\"}\n\n" + event(9, 2) + event(12, 1);
    try (var server = server();
        var crowd = crowd(server, says, i -> true)) {
      assertThatCode(() -> crowd.await(3)).doesNotThrowAnyException();
      assertThat(crowd.latencies().size()).isEqualTo(3);
    }
  }

  private static void assertSeen(String says, String fault) throws IOException {
    try (var server = server()) {
      assertThatThrownBy(
              () -> {
                try (var crowd = crowd(server, says, i -> false)) {
                  crowd.await(2);
                }
              })
          .hasStackTraceContaining(fault);
    }
  }

  @Test
  void anEventThatComesTwiceIsSeen() throws IOException {
    assertSeen(event(7, 0) + event(8, 0), "event 0 came again or too late, as 8 after 7");
  }

  @Test
  void anEventThatIsOvertakenIsSeen() throws IOException {
    assertSeen(event(8, 0) + event(7, 1), "event 1 came again or too late, as 7 after 8");
  }
}
