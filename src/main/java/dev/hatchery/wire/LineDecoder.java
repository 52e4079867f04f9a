package dev.hatchery.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of UTF-8 that end in {@code \n}, {@code \r\n} or {@code \r}. A line is
 * decoded when it is whole, so a character split across reads is never torn; bytes that are no
 * UTF-8 become U+FFFD.
 */
public final class LineDecoder {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final int longest;

  /** A line ended in \r: a \n that follows, perhaps in the next read, belongs to that ending. */
  private boolean afterReturn;

  /**
   * @param longest how many bytes a line may have
   */
  public LineDecoder(int longest) {
    this.longest = longest;
  }

  /**
   * Takes the next bytes and passes on every line that they end, without its ending.
   *
   * @throws TooLongException when a line is longer than agreed
   */
  public void decode(byte[] bytes, int offset, int length, Consumer<String> lines) {
    var start = offset;
    for (var i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n' && afterReturn) {
        start = i + 1;
        afterReturn = false;
      } else if (bytes[i] == '\n' || bytes[i] == '\r') {
        keep(bytes, start, i);
        start = i + 1;
        afterReturn = bytes[i] == '\r';
        lines.accept(take());
      } else {
        afterReturn = false;
      }
    }
    keep(bytes, start, offset + length);
  }

  /** What follows the last line's ending, once the stream is over. */
  public Optional<String> rest() {
    return line.size() == 0 ? Optional.empty() : Optional.of(take());
  }

  private void keep(byte[] bytes, int from, int to) {
    if (line.size() + (to - from) > longest) {
      throw new TooLongException("a line", longest);
    }
    line.write(bytes, from, to - from);
  }

  private String take() {
    var whole = line.toString(StandardCharsets.UTF_8);
    line.reset();
    return whole;
  }
}
