package dev.hatchery.cli.exec;

import java.io.IOException;
import java.io.OutputStream;

/** Shows what a command's terminal is sent. Used by one thread at a time. */
abstract sealed class Output permits Passing, PlainOutput {
  private final OutputStream out;
  private boolean broken;

  Output(OutputStream out) {
    this.out = out;
  }

  /** Shows it; false when at this moment it turns out that nobody reads it any more. */
  final boolean show(byte[] bytes, int length) {
    var before = broken;
    if (!broken) {
      take(bytes, length);
    }
    return before == broken;
  }

  /** Shows what was kept back. */
  abstract void finish();

  abstract void take(byte[] bytes, int length);

  /** Writes it at once. */
  final void write(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
      out.flush();
    } catch (IOException e) {
      broken = true;
    }
  }
}
