package dev.hatchery.cli.exec;

import java.io.OutputStream;

/** Passes a command's output on byte for byte. */
final class Passing extends Output {
  Passing(OutputStream out) {
    super(out);
  }

  @Override
  void take(byte[] bytes, int length) {
    write(bytes, length);
  }

  @Override
  void finish() {}
}
