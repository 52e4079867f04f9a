package dev.hatchery.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  @Test
  void allThreeEndingsEndALine() {
    assertThat(lines("a\nb\r\nc\r\rd\n")).containsExactly("a", "b", "c", "", "d");
  }

  @Test
  void whatFollowsTheLastEndingIsKept() {
    var decoder = new LineDecoder(10);
    var bytes = "a\n{\"b\":1}".getBytes(UTF_8);
    decoder.decode(bytes, 0, bytes.length, line -> {});
    assertThat(decoder.rest()).contains("{\"b\":1}");
    assertThat(decoder.rest()).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8BecomeReplacementCharacters() {
    var lines = new ArrayList<String>();
    new LineDecoder(10).decode(new byte[] {'a', (byte) 0xff, '\n'}, 0, 3, lines::add);
    assertThat(lines).containsExactly("a\uFFFD");
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var bytes = text.getBytes(UTF_8);
    new LineDecoder(100).decode(bytes, 0, bytes.length, lines::add);
    return lines;
  }
}
