package dev.hatchery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A program that emits over one connection, each time when the time before was acknowledged. */
final class Publisher implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final URI server;
  private final Socket socket;
  private final InputStream in;

  Publisher(URI server) {
    this.server = server;
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event with a mark, about 180 bytes of data; it is a milestone, so that none is left out. */
  static String event(String run, long number) {
    return """
    {"type":"bench_tick","run":"%s","data":{"stage":"train","total":100000,\
    "text":"processing batch of the epoch with some words more","loss":0.01834,"mark":"%s"}}\
    """
        .formatted(run, StreamScan.mark(number));
  }

  /** Emits and waits until it is in the journal. */
  void emit(String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST /emit HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(server.getAuthority(), body.length)
            .getBytes(StandardCharsets.US_ASCII);
    var request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    try {
      socket.getOutputStream().write(request);
      acknowledged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acknowledged() throws IOException {
    assertThat(line()).startsWith("HTTP/1.1 202");
    var length = 0;
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new AssertionError("the server closed the connection of a publisher");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
