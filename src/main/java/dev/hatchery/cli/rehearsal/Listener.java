package dev.hatchery.cli.rehearsal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.hatchery.wire.LineDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Somebody who asks for something and reads the answer, to its end or until they leave. */
final class Listener implements AutoCloseable {
  private static final String PLACE = "id: ";
  private static final int READ_MOST = 16 * 1024;
  private static final int LINE_MOST = 1024 * 1024;

  private final Socket socket;

  /** Watches what this query selects. */
  Listener(URI server, String query) {
    this(server, "/stream/progress?" + query, "keep-alive");
  }

  private Listener(URI server, String target, String connection) {
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(Speaker.SILENCE_MOST);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: %s\r\n\r\n"
                  .formatted(target, server.getAuthority(), connection)
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a page as a whole. */
  static void read(URI server, String page) {
    try (var listener = new Listener(server, page, "close")) {
      listener.hearToTheEnd();
    }
  }

  /** Reads until the server or {@link #close} ends it. */
  void hearToTheEnd() {
    var bytes = new byte[READ_MOST];
    try {
      var in = socket.getInputStream();
      while (in.read(bytes) >= 0) {
        // What is said does not matter to the server.
      }
    } catch (IOException e) {
      // As a client that goes away in the middle would not hear the end either.
    }
  }

  /** Reads so many events; the place of the first of them, 0 where it is none. */
  long hear(int events) throws IOException {
    var places = new ArrayList<Long>(events);
    var lines = new LineDecoder(LINE_MOST);
    var bytes = new byte[READ_MOST];
    var in = socket.getInputStream();
    // A stream is never silent, so the socket's own patience would have no end.
    var end = System.nanoTime() + MILLISECONDS.toNanos(Speaker.SILENCE_MOST);
    while (places.size() < events) {
      var length = in.read(bytes);
      if (length < 0 || System.nanoTime() > end) {
        throw new IOException("the server told %d of %d events".formatted(places.size(), events));
      }
      lines.decode(bytes, 0, length, line -> place(line).ifPresent(places::add));
    }
    return places.isEmpty() ? 0 : places.getFirst();
  }

  private static Optional<Long> place(String line) {
    return line.startsWith(PLACE)
        ? Optional.of(Long.valueOf(line.substring(PLACE.length())))
        : Optional.empty();
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
