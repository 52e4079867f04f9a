package dev.hatchery.web;

import dev.hatchery.stream.Portion;
import dev.hatchery.stream.Shown;
import dev.hatchery.stream.Way;
import dev.hatchery.web.Socket.Close;
import java.nio.charset.StandardCharsets;

/** A stream under one address of a bridge; when it is over, the others of its socket go on. */
final class BridgeConnection implements Connection {
  private final BridgeSocket socket;
  private final String address;
  private Runnable drained = () -> {};
  private Runnable gone = () -> {};
  private Runnable ended = () -> {};
  private boolean over;
  private long lastWrite = System.nanoTime();

  BridgeConnection(BridgeSocket socket, String address) {
    this.socket = socket;
    this.address = address;
  }

  /** Tells what to do, once, when nothing more comes under this address. */
  void whenOver(Runnable run) {
    ended = run;
  }

  @Override
  public void on(Runnable whenDrained, Runnable whenOver) {
    drained = whenDrained;
    gone = whenOver;
    if (over) {
      whenOver.run();
    } else {
      socket.onDrained(drained);
    }
  }

  @Override
  public Way way() {
    return Way.BRIDGE;
  }

  @Override
  public boolean over() {
    return over || socket.over();
  }

  @Override
  public void greet() {
    // Who registers is not answered in this protocol.
  }

  @Override
  public void write(Shown shown) {
    deliver(StandardCharsets.UTF_8.decode(shown.json().view()).toString());
  }

  /** Whoever cannot follow what happens now is closed, and catches up by asking for events. */
  @Override
  public void write(Portion portion) {
    portion.shown().forEach(this::write);
    if (!over() && socket.full()) {
      socket.end(Close.TOO_SLOW);
    }
  }

  @Override
  public void say(String type, Object data) {
    deliver(Unnumbered.json(type, data).toString());
  }

  @Override
  public boolean full() {
    return socket.full();
  }

  @Override
  public long silent(long now) {
    return now - lastWrite;
  }

  @Override
  public long stalled(long now) {
    return socket.stalled(now);
  }

  @Override
  public void end() {
    if (!over) {
      over = true;
      socket.offDrained(drained);
      gone.run();
      ended.run();
    }
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

  private void deliver(String body) {
    if (!over()) {
      lastWrite = System.nanoTime();
      socket.deliver(address, body);
    }
  }
}
