package dev.hatchery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  @Property
  void whateverTheOrderEveryEventComesOnceAndInItsPlace(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int count) {
    var sent = new ArrayList<>(LongStream.rangeClosed(11, 10 + count).boxed().toList());
    sent.addAll(List.copyOf(sent));
    Collections.shuffle(sent, random);
    var arrivals = new Arrivals(10, 1000);
    var got = new ArrayList<Long>();
    for (var id : sent) {
      arrivals.take(List.of(Events.tick(id, id))).forEach(event -> got.add(event.id()));
    }
    assertThat(got).isEqualTo(LongStream.rangeClosed(11, 10 + count).boxed().toList());
    assertThat(arrivals.gap()).isFalse();
    assertThat(arrivals.head()).isEqualTo(10 + count);
  }

  @Test
  void anEarlyOneWaitsForItsPredecessor() {
    var arrivals = new Arrivals(0, 10);
    assertThat(arrivals.take(List.of(Events.tick(2, 2)))).isEmpty();
    assertThat(arrivals.gap()).isTrue();
    assertThat(arrivals.take(List.of(Events.tick(1, 1))))
        .extracting(Event::id)
        .containsExactly(1L, 2L);
  }

  @Test
  void ofTooManyEarlyOnesTheNearestAreKept() {
    var arrivals = new Arrivals(0, 2);
    arrivals.take(LongStream.rangeClosed(2, 9).mapToObj(id -> Events.tick(id, id)).toList());
    assertThat(arrivals.take(List.of(Events.tick(1, 1))))
        .extracting(Event::id)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aHoleThatARestoredBackupLeftIsPassedOver() {
    var arrivals = new Arrivals(5, 10);
    arrivals.take(List.of(Events.tick(1_000_006, 1)));
    assertThat(arrivals.skipTo(1_000_005)).extracting(Event::id).containsExactly(1_000_006L);
  }
}
