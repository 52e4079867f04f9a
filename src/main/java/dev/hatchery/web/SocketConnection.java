package dev.hatchery.web;

import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Way;
import dev.hatchery.web.Socket.Close;

/** A stream over a WebSocket: each frame is a document of its own. */
final class SocketConnection implements Connection {
  private final Socket socket;

  SocketConnection(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void on(Runnable drained, Runnable whenOver) {
    socket.on(drained, whenOver);
  }

  @Override
  public Way way() {
    return Way.WEBSOCKET;
  }

  @Override
  public boolean over() {
    return socket.over();
  }

  @Override
  public void greet() {
    // The handshake was the greeting.
  }

  @Override
  public void write(Shown shown) {
    socket.write(shown.json().copy());
  }

  @Override
  public void say(String type, Object data) {
    socket.write(Unnumbered.json(type, data).getBytes());
  }

  @Override
  public boolean full() {
    return socket.full();
  }

  @Override
  public long silent(long now) {
    return socket.silent(now);
  }

  @Override
  public long stalled(long now) {
    return socket.stalled(now);
  }

  @Override
  public void end() {
    socket.end(Close.ENDED);
  }

  @Override
  public void fail() {
    socket.end(Close.FAILED);
  }

  @Override
  public void dismiss() {
    socket.end(Close.POLICY);
  }

  @Override
  public void cut() {
    socket.cut();
  }
}
