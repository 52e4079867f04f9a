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
  private int closeCode;

  /** Opens one. */
  Frames(URI address) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    var request =
        """
        GET %s HTTP/1.1
        Host: %s
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .formatted(path(address), address.getAuthority());
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
          closeCode = ByteBuffer.wrap(payload).getShort();
          return "";
        }
        case PING -> socket.getOutputStream().write(PONG);
        default -> throw new IOException("an unexpected frame: " + opcode);
      }
    }
  }

  /** Why it was closed by the server, 0 while it is not. */
  int closeCode() {
    return closeCode;
  }

  /** Says a text of up to 65,535 bytes. */
  void say(String text) throws IOException {
    var payload = text.getBytes(StandardCharsets.UTF_8);
    // A mask of zeros leaves the payload as it is.
    var frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload);
    socket.getOutputStream().write(frame.array(), 0, frame.position());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static String path(URI address) {
    var query = address.getRawQuery();
    return address.getRawPath() + (query == null ? "" : "?" + query);
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
