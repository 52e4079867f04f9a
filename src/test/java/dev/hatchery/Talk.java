package dev.hatchery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A WebSocket of somebody, and what has come over it so far. */
final class Talk implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int SWITCHED = 101;

  private final Ear ear = new Ear();
  private @Nullable WebSocket socket;
  private int status = SWITCHED;

  /** Opens one, or is refused. */
  Talk(Asker asker, String path) {
    var address = "ws" + asker.server().resolve(path).toString().substring("http".length());
    var opening = CLIENT.newWebSocketBuilder();
    if (!asker.shown().isEmpty()) {
      opening.header(asker.shown().get(0), asker.shown().get(1));
    }
    try {
      socket = opening.buildAsync(URI.create(address), ear).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof WebSocketHandshakeException refused)) {
        throw e;
      }
      status = refused.getResponse().statusCode();
    }
  }

  private static final class Ear implements WebSocket.Listener {
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private volatile boolean over;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      over = true;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
      over = true;
    }
  }

  /** 101, or why it was refused. */
  int status() {
    return status;
  }

  void say(String text) {
    Objects.requireNonNull(socket).sendText(text, true).join();
  }

  String text() {
    return String.join("\n", ear.texts);
  }

  boolean over() {
    return ear.over;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
