package dev.hatchery.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 that arrives in arbitrary pieces; what is not UTF-8 becomes U+FFFD. */
final class Utf8 {

  /** A character of the text. */
  interface Sink {
    void accept(char c);
  }

  private static final int PIECE = 8192;
  private static final int LONGEST_CHARACTER = 4;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer in = ByteBuffer.allocate(PIECE + LONGEST_CHARACTER);
  private final CharBuffer out = CharBuffer.allocate(PIECE + LONGEST_CHARACTER);

  void decode(byte[] bytes, int length, Sink sink) {
    for (int at = 0; at < length; at += PIECE) {
      in.put(bytes, at, Math.min(PIECE, length - at)).flip();
      decoder.decode(in, out, false);
      in.compact();
      drain(sink);
    }
  }

  private void drain(Sink sink) {
    out.flip();
    while (out.hasRemaining()) {
      sink.accept(out.get());
    }
    out.clear();
  }
}
