package dev.hatchery.cli.exec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hatchery.terminal.PlainText;
import java.io.OutputStream;

/** Passes a command's output on as plain lines, of bars what they showed last. */
final class PlainOutput extends Output {
  private final PlainText text = new PlainText();

  PlainOutput(OutputStream out) {
    super(out);
  }

  @Override
  void take(byte[] bytes, int length) {
    say(text.read(bytes, length));
  }

  @Override
  void finish() {
    say(text.finish());
  }

  private void say(String plain) {
    if (!plain.isEmpty()) {
      var bytes = plain.getBytes(UTF_8);
      write(bytes, bytes.length);
    }
  }
}
