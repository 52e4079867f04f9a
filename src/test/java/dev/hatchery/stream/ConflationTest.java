package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflationTest {
  private static List<String> conflated(Event... events) {
    return Conflation.of(List.of(events).stream().map(SseFrame::of).toList()).stream()
        .map(out -> out.event().id() + ":" + out.seqFrom() + "-" + out.event().seq())
        .toList();
  }

  @Test
  void ticksBetweenMilestonesBecomeTheNewest() {
    assertThat(
            conflated(
                Events.tick(1, 1),
                Events.tick(2, 2),
                Events.milestone(3, 3),
                Events.tick(4, 4),
                Events.tick(5, 5)))
        .containsExactly("2:1-2", "3:3-3", "5:4-5");
  }

  @Test
  void runsAreConflatedEachByItself() {
    var other = Events.event(Events.OTHER_RUN, 2, 8, "llm_progress", false);
    assertThat(conflated(Events.tick(1, 1), other, Events.tick(3, 2)))
        .containsExactly("2:8-8", "3:1-2");
  }

  @Test
  void whatStandsForItselfKeepsItsSharedBytes() {
    var frame = SseFrame.of(Events.tick(1, 1));
    assertThat(Conflation.of(List.of(frame)).getFirst().sse()).isSameAs(frame.sse());
  }
}
