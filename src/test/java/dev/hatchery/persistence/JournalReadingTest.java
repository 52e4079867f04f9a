package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of the journal, and how long it can be. */
final class JournalReadingTest extends BothDatabases {
  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void aStretchIsWhatFollowsAPlaceOfOneRunOrOneOwner() {
    var moth = create(ADA, "moth");
    var owl = create(BOB, "owl");
    ask(Addresses.APPEND, ticks(moth.id(), 0, 1, 2));
    ask(Addresses.APPEND, ticks(owl.id(), 0, 1, 2));
    ask(Addresses.APPEND, ticks(moth.id(), 0, 3, 3));

    assertThat(ids(new Journal.Read(1, Filter.EVERYTHING, 2))).containsExactly(2L, 3L);
    assertThat(ids(new Journal.Read(0, new Filter(null, RunRef.of(moth.id()), null, Set.of()), 10)))
        .containsExactly(1L, 2L, 5L);
    assertThat(ids(new Journal.Read(2, Filter.of(ADA, moth.id()), 10))).containsExactly(5L);
    assertThat(ids(new Journal.Read(0, Filter.of(BOB, moth.id()), 10))).isEmpty();
    assertThat(ids(new Journal.Read(0, Filter.of(BOB), 10))).containsExactly(3L, 4L);
    assertThat(ids(new Journal.Read(99, Filter.EVERYTHING, 10))).isEmpty();
  }

  @Test
  void eventsOfRunsThatEndedLongAgoAreRemovedAndTheirHighestIdRemembered() {
    var old = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(old.id(), 0, 1, 1500));
    ask(Addresses.APPEND, ending(old.id(), 0, 1501, RunStatus.SUCCEEDED));
    var unfinished = create(ADA, "owl");
    ask(Addresses.APPEND, ticks(unfinished.id(), 0, 1, 2));
    assertThat(read(0).tail()).isZero();

    now = NOW.plus(Duration.ofDays(31));
    restart();

    Awaitility.await().until(() -> read(0).tail() == 1501);
    assertThat(read(0).events().stream().map(Event::id)).containsExactly(1502L, 1503L);
    assertThat(read(0).head()).isEqualTo(1503);
    assertThat(find(old.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  private List<Long> ids(Journal.Read read) {
    return ask(Addresses.READ, read).events().stream().map(Event::id).toList();
  }
}
