package dev.hatchery.journey;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The texts of a WebSocket, read one after the other. The JDK's client now and then says nothing
 * when its line breaks in the middle of a frame.
 */
final class Frames implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};

  private final Socket socket;
  private final DataInputStream in;

  /** Opens one. */
  Frames(URI address) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    var request =
        """
        GET %s?%s HTTP/1.1
        Host: %s
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .formatted(address.getPath(), address.getQuery(), address.getAuthority());
    socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    if (!line().contains(" 101 ")) {
      throw new IOException("no WebSocket");
    }
    while (!line().isEmpty()) {
      // The rest of the headers.
    }
  }

  /**
   * The next text, or an empty one where it is closed in order.
   *
   * @throws IOException when the line breaks
   */
  String next() throws IOException {
    while (true) {
      var opcode = in.readUnsignedByte() & 0xf;
      var length = in.readUnsignedByte();
      var payload = new byte[length == 126 ? in.readUnsignedShort() : length];
      in.readFully(payload);
      switch (opcode) {
        case TEXT -> {
          return new String(payload, StandardCharsets.UTF_8);
        }
        case CLOSE -> {
          return "";
        }
        case PING -> socket.getOutputStream().write(PONG);
        default -> throw new IOException("an unexpected frame: " + opcode);
      }
    }
  }

  /** Says a text of up to 125 bytes. */
  void say(String text) throws IOException {
    var payload = text.getBytes(StandardCharsets.UTF_8);
    // A mask of zeros leaves the payload as it is.
    var frame = ByteBuffer.allocate(payload.length + 6);
    frame.put((byte) 0x81).put((byte) (0x80 | payload.length)).putInt(0).put(payload);
    socket.getOutputStream().write(frame.array());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
