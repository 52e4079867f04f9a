package dev.hatchery.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** HTTP by hand, so that a test may send what no well-behaved client would. */
final class Client {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 10_000;

  private final int port;

  Client(int port) {
    this.port = port;
  }

  /** An answer; header names in lower case. */
  record Response(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    String code() {
      return json().path("code").asText();
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Response get(String path, String... headers) {
    return ask("GET", path, "", headers);
  }

  Response delete(String path) {
    return ask("DELETE", path, "");
  }

  Response post(String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: application/json");
    return ask("POST", path, body, all.toArray(String[]::new));
  }

  /** Posts exactly these bytes as JSON. */
  Response post(String path, byte[] body) {
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(path, port, body.length);
    try (var socket = open()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      return read(socket, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Response ask(String method, String path, String body, String... headers) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
      head.append("Host: localhost:").append(port).append("\r\n");
    }
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      head.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length);
      head.append("\r\n");
    }
    return raw(head + "Connection: close\r\n\r\n" + body, method.equals("HEAD"));
  }

  /** Sends these bytes and reads one answer. */
  Response raw(String request, boolean headOnly) {
    try (var socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read(socket, headOnly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  static Response read(Socket socket, boolean headOnly) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var line = line(in);
    if (line.isEmpty()) {
      return new Response(0, Map.of(), "");
    }
    var status = Integer.parseInt(line.split(" ")[1]);
    var headers = new LinkedHashMap<String, String>();
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return new Response(status, headers, headOnly ? rest(in) : body(in, headers));
  }

  private static String body(BufferedReader in, Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      var body = new StringBuilder();
      for (var size = size(in); size > 0; size = size(in)) {
        body.append(exactly(in, size)).append(line(in));
      }
      return utf8(body.toString());
    }
    return utf8(exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0"))));
  }

  private static int size(BufferedReader in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(BufferedReader in) throws IOException {
    return Objects.requireNonNullElse(in.readLine(), "");
  }

  private static String exactly(BufferedReader in, int size) throws IOException {
    var text = new char[size];
    var read = 0;
    while (read < size) {
      var more = in.read(text, read, size - read);
      if (more < 0) {
        throw new IOException("the answer was cut");
      }
      read += more;
    }
    return new String(text);
  }

  private static String rest(BufferedReader in) throws IOException {
    return String.join("\n", in.lines().toList());
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
