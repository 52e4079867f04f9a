package dev.hatchery.cli.exec;

import dev.hatchery.terminal.Pty;
import java.io.IOException;
import java.io.InputStream;

/** Types what is typed here into a command's terminal. */
final class Keys {
  private static final int BUFFER = 4096;
  private static final byte CONTROL_C = 3;
  private static final byte CONTROL_D = 4;

  private final Pty pty;
  private final InputStream in;
  private volatile boolean interrupted;

  Keys(Pty pty, InputStream in) {
    this.pty = pty;
    this.in = in;
  }

  /** Begins, on a thread of its own that ends with the process: nothing interrupts its reading. */
  void start() {
    Thread.ofPlatform().daemon().name("keys").start(this::type);
  }

  /** Does as if Ctrl-C were typed. */
  void interrupt() {
    try {
      send(new byte[] {CONTROL_C}, 1);
    } catch (IOException e) {
      // It has ended already.
    }
  }

  /** Whether Ctrl-C was typed. */
  boolean interrupted() {
    return interrupted;
  }

  private void type() {
    var buffer = new byte[BUFFER];
    try {
      for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        send(buffer, length);
      }
      send(new byte[] {CONTROL_D}, 1);
    } catch (IOException e) {
      // Either end is gone, and with it what could be typed.
    }
  }

  private void send(byte[] bytes, int length) throws IOException {
    for (var i = 0; i < length; i++) {
      interrupted |= bytes[i] == CONTROL_C;
    }
    pty.write(bytes, length);
  }
}
