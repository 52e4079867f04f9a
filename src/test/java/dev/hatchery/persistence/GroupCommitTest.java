package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.Subject;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {
  private static final RunId RUN = RunId.random();
  private static final Subject ABOUT = new Subject(RUN, 1, Owner.LOCAL, RunKind.HATCH, null);

  private final List<Integer> sizes = new ArrayList<>();
  private final Deque<Promise<Void>> disk = new ArrayDeque<>();
  private final List<Long> told = new ArrayList<>();
  private final Map<RunId, RunPosition> positions =
      new HashMap<>(Map.of(RUN, new RunPosition(ABOUT, 0, 0, false)));
  private final GroupCommit group = new GroupCommit(this::commit, this::tell, Runnable::run);
  private long head;

  @Test
  void whatArrivesDuringACommitIsTheNextBatch() {
    var first = append(1);
    var second = append(2);
    var third = append(3);
    assertThat(sizes).containsExactly(1);
    assertThat(first.isComplete()).isFalse();

    disk.remove().complete();
    assertThat(first.result().ids()).containsExactly(1L);
    assertThat(second.isComplete()).isFalse();
    assertThat(sizes).containsExactly(1, 2);

    disk.remove().complete();
    assertThat(third.result().ids()).containsExactly(3L);
    assertThat(told).containsExactly(1L, 2L, 3L);
    assertThat(group.idle().isComplete()).isTrue();
  }

  @Test
  void theFirstAfterARestTakesAlongWhatComesInTheSameTurn() {
    var turns = new ArrayDeque<Runnable>();
    var patient = new GroupCommit(this::commit, this::tell, turns::add);
    var first = patient.append(StorageFixture.ticks(RUN, 0, 1, 1));
    patient.append(StorageFixture.ticks(RUN, 0, 2, 2));
    assertThat(sizes).isEmpty();
    assertThat(patient.idle().isComplete()).isFalse();

    turns.remove().run();
    assertThat(sizes).containsExactly(2);
    disk.remove().complete();
    assertThat(first.result().ids()).containsExactly(1L);
    assertThat(patient.idle().isComplete()).isTrue();
    assertThat(turns).isEmpty();
  }

  @Test
  void oneThatComesWhenAllIsQuietIsCommittedAtOnce() {
    append(1);
    disk.remove().complete();
    append(2);

    assertThat(sizes).containsExactly(1, 1);
  }

  @Test
  void afterAFailureOfUnknownCauseEachOfABatchGoesAlone() {
    append(1);
    var second = append(2);
    var third = append(3);
    disk.remove().complete();
    disk.remove().fail(new IllegalStateException("one of them is broken"));
    disk.remove().fail(new IllegalStateException("this one"));

    assertThat(second.failed()).isTrue();
    assertThat(third.isComplete()).isFalse();
    assertThat(sizes).containsExactly(1, 2, 1, 1);
    disk.remove().complete();
    assertThat(third.isComplete()).isTrue();
  }

  private Future<Journal.Appended> append(long seq) {
    return group.append(StorageFixture.ticks(RUN, 0, seq, seq));
  }

  private Future<Batch> commit(List<Journal.Append> appends) {
    sizes.add(appends.size());
    var written = Promise.<Void>promise();
    disk.add(written);
    return written
        .future()
        .map(
            done -> {
              var batch = new Batch(appends, positions, Marks.NONE);
              head += batch.size();
              batch.number(head);
              return batch;
            });
  }

  private void tell(List<Event> events) {
    events.forEach(event -> told.add(event.id()));
  }
}
