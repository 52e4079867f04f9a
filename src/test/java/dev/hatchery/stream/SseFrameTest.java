package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseFrameTest {
  private static String text(Bytes bytes) {
    return new String(bytes.copy(), StandardCharsets.UTF_8);
  }

  @Test
  void aFrameIsAnIdATypeAndOneLineOfData() {
    var frame = SseFrame.of(Events.saying("llm_progress", "{\"message\":\"é 🐉\"}"));
    assertThat(text(frame.sse()))
        .isEqualTo("id: 7\nevent: llm_progress\ndata: {\"message\":\"é 🐉\"}\n\n");
  }

  @Test
  void aConflatedFrameSaysFromWhereItStands() {
    var shown = Shown.conflated(SseFrame.of(Events.tick(9, 5)), 2);
    assertThat(text(shown.sse()))
        .contains("id: 9\n")
        .contains("data: {\"seq_from\":2,\"run_id\":")
        .contains("\"seq\":5}");
    assertThat(text(shown.json()))
        .startsWith("{\"id\":9,\"type\":\"llm_progress\",\"data\":{\"seq_from\":2,\"run_id\":")
        .endsWith("\"seq\":5}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "1a", "a b", "a\nid: 999", "a\rb", "a\0", "é", "_a"})
  void aTypeThatCouldBreakOutIsRefused(String type) {
    assertThatThrownBy(() -> SseFrame.of(Events.saying(type, "{\"a\":1}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTypeMayHave64CharactersAndNoMore() {
    assertThat(SseFrame.of(Events.saying("a".repeat(64), "{\"a\":1}"))).isNotNull();
    assertThatThrownBy(() -> SseFrame.of(Events.saying("a".repeat(65), "{\"a\":1}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "x", "{\"a\":\n1}", "{\"a\":1}\r", "{\"a\":1}\n\nid: 999", "{\"\0\":1}"})
  void dataThatIsNotOneLineIsRefused(String data) {
    assertThatThrownBy(() -> SseFrame.of(Events.saying("a", data)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
