package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import org.jspecify.annotations.Nullable;

/**
 * What ComfyUI tells on its socket while it paints. When the socket breaks nothing is said: what
 * matters can be asked for. Used on one context only.
 */
final class ComfySocket {

  /** Hears what is told. */
  interface Ear {
    void message(JsonNode message);

    void preview(byte[] file);
  }

  private static final int PREVIEW = 1;
  private static final int PREVIEW_WITH_FACTS = 4;
  private static final int HEAD = 8;

  private final WebSocketClient client;
  private final Exchange exchange;
  private final Ear ear;
  private @Nullable WebSocket socket;
  private boolean closed;

  ComfySocket(WebSocketClient client, Exchange exchange, Ear ear) {
    this.client = client;
    this.exchange = exchange;
    this.ear = ear;
  }

  /** Opens it for whoever is called {@code clientId}; fails when the server has none. */
  Future<Void> open(String clientId) {
    return client.connect(exchange.socket("/ws?clientId=" + clientId)).map(this::opened);
  }

  void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }

  private @Nullable Void opened(WebSocket opened) {
    if (closed) {
      opened.close();
      return null;
    }
    socket = opened;
    opened.exceptionHandler(broken -> {});
    opened.textMessageHandler(text -> JsonText.read(text).ifPresent(ear::message));
    opened.binaryMessageHandler(this::binary);
    return null;
  }

  private void binary(Buffer frame) {
    if (frame.length() <= HEAD) {
      return;
    }
    long skipped =
        switch (frame.getInt(0)) {
          case PREVIEW -> HEAD;
          case PREVIEW_WITH_FACTS -> HEAD + frame.getUnsignedInt(Integer.BYTES);
          default -> frame.length();
        };
    if (skipped < frame.length()) {
      ear.preview(frame.getBytes((int) skipped, frame.length()));
    }
  }
}
