package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortionTest {
  private static List<Shown> ticks(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> Shown.of(SseFrame.of(Events.tick(id, id))))
        .toList();
  }

  private static String text(Bytes bytes) {
    return StandardCharsets.UTF_8.decode(bytes.view()).toString();
  }

  @Test
  void muchIsCutIntoFewPortionsOfBoundedSize() {
    var shown = ticks(1000);
    var portions = Portion.of(shown);
    var again = new ArrayList<Shown>();
    portions.forEach(portion -> again.addAll(portion.shown()));
    assertThat(again).isEqualTo(shown);
    var bytes = shown.stream().mapToInt(one -> one.sse().length()).sum();
    assertThat(portions).hasSize(Math.ceilDiv(bytes, 32 * 1024));
    assertThat(portions).allMatch(portion -> portion.bytes().length() < 33 * 1024);
  }

  @Test
  void aChunkIsTheSameBytesBehindTheirCount() {
    var portion = new Portion(ticks(3));
    var text = text(portion.bytes());
    assertThat(text)
        .isEqualTo(
            portion.shown().stream().map(one -> text(one.sse())).collect(Collectors.joining()));
    assertThat(portion.chunk().toString(StandardCharsets.UTF_8))
        .isEqualTo(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    var chunk = portion.chunk();
    portion.release();
    assertThat(chunk.refCnt()).isZero();
  }

  @Test
  void nothingMakesNoPortion() {
    assertThat(Portion.of(List.of())).isEmpty();
  }
}
