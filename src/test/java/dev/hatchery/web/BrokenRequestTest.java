package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over a connection without being a proper request. */
class BrokenRequestTest {
  private static WebServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = WebServer.impatient();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /health HTTP/1.1\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n",
        "GET http://evil.example/health HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
      })
  void whatIsNoProperRequestIsRefused(String request) {
    var answer = client.raw(request.replace("PORT", "" + server.port()), false);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void aSecondRequestHiddenInABodyIsNeverServed() throws IOException {
    try (var socket = client.open()) {
      var smuggled =
          """
          POST /api/runs HTTP/1.1\r
          Host: localhost:PORT\r
          Content-Type: application/json\r
          Content-Length: 6\r
          Transfer-Encoding: chunked\r
          \r
          0\r
          \r
          GET /health HTTP/1.1\r
          Host: localhost:PORT\r
          \r
          """;
      socket
          .getOutputStream()
          .write(
              smuggled.replace("PORT", "" + server.port()).getBytes(StandardCharsets.ISO_8859_1));
      var all = new String(readUntilClosed(socket), StandardCharsets.ISO_8859_1);
      assertThat(all).startsWith("HTTP/1.1 400").doesNotContain("healthy");
    }
  }

  @Test
  void headersThatNeverEndAreCut() throws IOException {
    try (var socket = client.open()) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x".getBytes(StandardCharsets.UTF_8));
      assertThat(readUntilClosed(socket)).isEmpty();
    }
  }

  @Test
  void aBodyThatNeverEndsIsCut() throws IOException {
    try (var socket = client.open()) {
      var head =
          """
          POST /api/runs HTTP/1.1\r
          Host: localhost:PORT\r
          Content-Type: application/json\r
          Content-Length: 100\r
          \r
          {\
          """
              .replace("PORT", "" + server.port());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertThat(new String(readUntilClosed(socket), StandardCharsets.UTF_8)).contains(" 408 ");
    }
  }

  private static byte[] readUntilClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      return new byte[0];
    }
  }
}
