package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Streaming.Frame;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HotTailTest {
  private static final Filter MILESTONES =
      new Filter(null, null, null, Set.of(Events.milestone(1, 1).type()));

  /** Every fifth is a milestone. */
  private static HotTail of(int frames, int framesMost, long bytesMost) {
    var tail = new HotTail(framesMost, bytesMost, 0);
    for (var id = 1; id <= frames; id++) {
      tail.add(SseFrame.of(id % 5 == 0 ? Events.milestone(id, id) : Events.tick(id, id)));
    }
    return tail;
  }

  private static List<Long> ids(List<Frame> frames) {
    return frames.stream().map(frame -> frame.event().id()).toList();
  }

  @Test
  void whatFollowsAPlaceIsReadInOrderUpToTheLimit() {
    var tail = of(30, 100, 1 << 20);
    assertThat(ids(tail.read(new Journal.Read(7, Filter.EVERYTHING, 3))))
        .containsExactly(8L, 9L, 10L);
    assertThat(ids(tail.read(new Journal.Read(7, MILESTONES, 3)))).containsExactly(10L, 15L, 20L);
    assertThat(tail.read(new Journal.Read(30, Filter.EVERYTHING, 3))).isEmpty();
  }

  @Test
  void onlyWhatWasLetGoOfIsOutOfReach() {
    var tail = of(30, 20, 1 << 20);
    assertThat(tail.reaches(9)).isFalse();
    assertThat(tail.reaches(10)).isTrue();
    assertThat(ids(tail.read(new Journal.Read(10, Filter.EVERYTHING, 1)))).containsExactly(11L);
  }

  @Test
  void itHoldsNoMoreBytesThanItMay() {
    var one = SseFrame.of(Events.tick(1, 1)).sse().length();
    var tail = of(9, 100, 4L * one);
    assertThat(tail.reaches(0)).isFalse();
    assertThat(tail.read(new Journal.Read(0, Filter.EVERYTHING, 100)))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void theNewestAreKnownUnlessAnOlderOneMayBeAmongThem() {
    assertThat(of(30, 100, 1 << 20).newest(MILESTONES, 2).map(HotTailTest::ids))
        .hasValue(List.of(25L, 30L));
    assertThat(of(30, 100, 1 << 20).newest(MILESTONES, 7).map(HotTailTest::ids))
        .hasValue(List.of(5L, 10L, 15L, 20L, 25L, 30L));
    assertThat(of(30, 20, 1 << 20).newest(MILESTONES, 7)).isEmpty();
  }
}
