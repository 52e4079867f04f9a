package dev.hatchery.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamDecoderTest {
  private static final int ROOM = 1_000;

  /** Line feeds at first, then returns, then both. */
  private static final String EVERYTHING =
      String.join(
          "",
          "\uFEFFretry: 250\n: a comment\n\nid: 1\nevent: llm_progress\ndata: {\"a\":1}\n\n",
          "id:2\rdata:grüße 🐉\rdata:  two\r\r",
          "data\r\n\r\nevent: nothing\r\n\r\ndata: last\n\n");

  private static final List<StreamEvent> ALL =
      List.of(
          new StreamEvent("1", "llm_progress", "{\"a\":1}"),
          new StreamEvent("2", "message", "grüße 🐉\n two"),
          new StreamEvent(null, "message", ""),
          new StreamEvent(null, "message", "last"));

  @Test
  void everyFormOfTheStandardIsRead() {
    assertThat(decode(EVERYTHING)).isEqualTo(ALL);
  }

  @Property
  void whereTheNetworkCutsMakesNoDifference(
      @ForAll List<@IntRange(min = 1, max = 9) Integer> pieces) {
    var bytes = EVERYTHING.getBytes(UTF_8);
    var decoder = new EventStreamDecoder(ROOM, false);
    var events = new ArrayList<StreamEvent>();
    var from = 0;
    for (int piece : pieces) {
      var to = Math.min(bytes.length, from + piece);
      decoder.decode(Arrays.copyOfRange(bytes, from, to), events::add);
      from = to;
    }
    decoder.decode(Arrays.copyOfRange(bytes, from, bytes.length), events::add);
    assertThat(events).isEqualTo(ALL);
  }

  @Test
  void anEventIsPassedOnWithoutWaitingForWhatFollowsItsReturn() {
    var decoder = new EventStreamDecoder(ROOM, false);
    var events = new ArrayList<StreamEvent>();
    decoder.decode("data: now\r\n\r".getBytes(UTF_8), events::add);
    assertThat(events).hasSize(1);
    decoder.decode("\ndata: then\r\n\r\n".getBytes(UTF_8), events::add);
    assertThat(events).extracting(StreamEvent::data).containsExactly("now", "then");
  }

  @Test
  void anIdWithNulIsIgnored() {
    assertThat(decode("id: 7\nid: 8\0\ndata: x\n\n"))
        .containsExactly(new StreamEvent("7", "message", "x"));
  }

  @Test
  void aByteOrderMarkCountsOnlyAtTheStart() {
    assertThat(decode("data: a\n\n\uFEFFdata: b\n\n")).hasSize(1);
  }

  @Test
  void aLastEventWithoutBlankLineIsKeptWhereThatWasAgreed() {
    assertThat(decode(true, "data: torn"))
        .containsExactly(new StreamEvent(null, "message", "torn"));
    assertThat(decode(false, "data: torn")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "-5", "1e3", "99999999999", "١"})
  void aRetryThatIsNoNumberIsIgnored(String retry) {
    var decoder = new EventStreamDecoder(ROOM, false);
    decoder.decode(("retry: 30\nretry: " + retry + "\n").getBytes(UTF_8), event -> {});
    assertThat(decoder.retry()).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void anEndlessLineIsRefused() {
    var decoder = new EventStreamDecoder(ROOM, false);
    assertThatThrownBy(
            () -> {
              while (true) {
                decoder.decode("data ".getBytes(UTF_8), event -> {});
              }
            })
        .isInstanceOf(TooLongException.class)
        .hasMessage("a line is longer than 1,000 bytes");
  }

  @Test
  void anEventOfEndlessLinesIsRefused() {
    var decoder = new EventStreamDecoder(ROOM, false);
    assertThatThrownBy(
            () -> {
              while (true) {
                decoder.decode("data\n".getBytes(UTF_8), event -> {});
              }
            })
        .isInstanceOf(TooLongException.class)
        .hasMessageStartingWith("an event");
  }

  private static List<StreamEvent> decode(String stream) {
    return decode(false, stream);
  }

  private static List<StreamEvent> decode(boolean keepsUnfinished, String stream) {
    var decoder = new EventStreamDecoder(ROOM, keepsUnfinished);
    var events = new ArrayList<StreamEvent>();
    decoder.decode(stream.getBytes(UTF_8), events::add);
    decoder.finish(events::add);
    return events;
  }
}
