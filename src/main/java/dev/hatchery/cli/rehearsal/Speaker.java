package dev.hatchery.cli.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A program that reports over one connection, each time when the time before was acknowledged. It
 * speaks HTTP by hand: a client of the JDK's costs more than what it asks of the server here.
 */
final class Speaker implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  /** In milliseconds; who hears nothing for so long need not wait for more. */
  static final int SILENCE_MOST = 30_000;

  private final URI server;
  private final Socket socket;
  private final InputStream in;

  Speaker(URI server) throws IOException {
    this.server = server;
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MOST);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Says something of a run, now a milestone, now a percentage, and waits for the answer. */
  void say(String run, int number) throws IOException {
    var type = lasts(number) ? "batch_done" : "progress";
    var body =
        """
        {"type":"%s","run":"%s","data":{"percent":%d,"current":%d,"total":100000,\
        "message":"Batch %d of the epoch","loss":0.01834}}\
        """
            .formatted(type, run, number % 100, number, number)
            .getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(request(body));
    answered();
  }

  /** Whether what is said under this number is a milestone, which no later one replaces. */
  static boolean lasts(int number) {
    return number % 2 != 0;
  }

  private byte[] request(byte[] body) {
    var head =
        "POST /emit HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(server.getAuthority(), body.length)
            .getBytes(StandardCharsets.US_ASCII);
    var request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private void answered() throws IOException {
    var status = line();
    if (!status.contains(" 202 ")) {
      throw new IOException("the server answered " + status);
    }
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
        throw new IOException("the server closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
