package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs are found, and their events chosen, by whatever people call them. */
final class NamedRunTest extends BothDatabases {
  @BeforeEach
  void open() {
    start();
  }

  @Test
  void aRunIsFoundByItsIdAndByItsNumber() {
    create(ADA, "owl");
    var moth = create(ADA, "moth");

    assertThat(found("2")).isEqualTo(moth);
    assertThat(found(moth.id().value())).isEqualTo(moth);
    assertThat(refused(Addresses.FIND_RUN, new Storage.FindRun(BOB, new RunRef("2")))).isNotNull();
  }

  @Test
  void eventsAreChosenByRunKindAndType() {
    var owl = create(ADA, "owl");
    var moth = create(ADA, "moth");
    ask(Addresses.APPEND, ticks(owl.id(), 0, 1, 2));
    ask(Addresses.APPEND, ticks(moth.id(), 0, 1, 2));
    var type = read(0).events().getFirst().type();

    assertThat(ids(new Filter(ADA, new RunRef("2"), null, Set.of()))).containsExactly(3L, 4L);
    assertThat(ids(new Filter(ADA, null, RunKind.HATCH, Set.of(type)))).hasSize(4);
    assertThat(ids(new Filter(ADA, null, RunKind.TASK, Set.of()))).isEmpty();
    assertThat(ids(new Filter(ADA, null, null, Set.of("other", "another")))).isEmpty();
    assertThat(ids(new Filter(BOB, new RunRef("2"), null, Set.of()))).isEmpty();
  }

  private Run found(String name) {
    return ask(Addresses.FIND_RUN, new Storage.FindRun(ADA, new RunRef(name))).run();
  }

  private List<Long> ids(Filter filter) {
    return ask(Addresses.READ, new Journal.Read(0, filter, 10)).events().stream()
        .map(Event::id)
        .toList();
  }
}
