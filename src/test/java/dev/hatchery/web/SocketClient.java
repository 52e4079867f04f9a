package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.protocol.Bytes;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A WebSocket by hand, so that a test may do what no well-behaved client would. */
final class SocketClient implements AutoCloseable {
  static final int TEXT = 1;
  static final int CONTINUATION = 0;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FINAL = 0x80;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final Client.Response answer;
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final AtomicInteger pings = new AtomicInteger();
  private final AtomicInteger pongs = new AtomicInteger();
  private volatile int closeCode;
  private volatile String closeReason = "";
  private volatile boolean over;

  private SocketClient(int port, int receiveBytes, String path, String... headers) {
    try {
      socket = new Socket();
      if (receiveBytes > 0) {
        socket.setReceiveBufferSize(receiveBytes);
      }
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
      var lines = new ArrayList<>(List.of(headers));
      if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
        lines.add("Host: localhost:" + port);
      }
      lines.addAll(
          List.of(
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
      var request = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      answer = head();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens one that reads by itself and answers as it should. */
  static SocketClient open(int port, String path, String... headers) {
    var client = new SocketClient(port, 0, path, headers);
    if (client.opened()) {
      Thread.ofVirtual().start(() -> client.read(true));
    }
    return client;
  }

  /** Opens one that reads nothing until it is told to. */
  static SocketClient deaf(int port, String path) {
    return new SocketClient(port, 4096, path);
  }

  boolean opened() {
    return answer.status() == 101;
  }

  /** What came in place of a socket. */
  Client.Response refusal() {
    return answer;
  }

  /** Reads until the end, and answers no ping unless it is told to. */
  void read(boolean answers) {
    try {
      for (var frame = frame(); frame != null; frame = frame()) {
        take(frame, answers);
      }
    } catch (IOException | UncheckedIOException cut) {
      // The test closed it, or the server cut it; both end it.
    } finally {
      over = true;
    }
  }

  /** All that came. */
  List<JsonNode> all() {
    return texts.stream().map(SocketClient::json).toList();
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  /** The numbered events that came. */
  List<JsonNode> numbered() {
    return all().stream().filter(frame -> frame.has("id")).toList();
  }

  List<String> ids() {
    return numbered().stream().map(frame -> frame.path("id").asText()).toList();
  }

  List<String> types() {
    return all().stream().map(frame -> frame.path("type").asText()).toList();
  }

  int pings() {
    return pings.get();
  }

  int pongs() {
    return pongs.get();
  }

  int closeCode() {
    return closeCode;
  }

  String closeReason() {
    return closeReason;
  }

  boolean over() {
    return over;
  }

  void say(String text) {
    send(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void send(int head, byte[] payload) {
    try {
      var frame = ByteBuffer.allocate(payload.length + 14);
      frame.put((byte) head);
      if (payload.length < 126) {
        frame.put((byte) (0x80 | payload.length));
      } else if (payload.length < 1 << 16) {
        frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
      } else {
        frame.put((byte) (0x80 | 127)).putLong(payload.length);
      }
      // A mask of zeros leaves the payload as it is.
      frame.putInt(0).put(payload).flip();
      socket.getOutputStream().write(frame.array(), 0, frame.limit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Client.Response head() throws IOException {
    var status = Integer.parseInt(line().split(" ")[1]);
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Client.Response(status, headers, body);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private record Frame(int opcode, Bytes payload) {}

  private @Nullable Frame frame() throws IOException {
    var head = in.read();
    if (head < 0) {
      return null;
    }
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    return new Frame(head & 0xf, Bytes.wrap(in.readNBytes((int) length)));
  }

  private void take(Frame frame, boolean answers) {
    var payload = frame.payload.copy();
    switch (frame.opcode) {
      case TEXT -> texts.add(new String(payload, StandardCharsets.UTF_8));
      case PING -> {
        pings.incrementAndGet();
        if (answers) {
          send(FINAL | PONG, payload);
        }
      }
      case CLOSE -> {
        closeCode = ByteBuffer.wrap(payload).getShort();
        closeReason =
            new String(Arrays.copyOfRange(payload, 2, payload.length), StandardCharsets.UTF_8);
        if (answers) {
          send(FINAL | CLOSE, payload);
        }
      }
      case PONG -> pongs.incrementAndGet();
      default -> throw new AssertionError("an unexpected frame: " + frame.opcode);
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
