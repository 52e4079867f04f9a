package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which node hears what is reported of a run. */
final class ReportedRunsTest extends BothDatabases {
  @BeforeEach
  void open() {
    start();
  }

  @Test
  void whatOneNodeHoldsTheOthersOnlySee() {
    var run = open("one", reported("job"));
    var seen = open("two", reported("job"));

    assertThat(seen).isEqualTo(run);
    assertThat(open("two", run).node()).isEqualTo("one");
    assertThat(takenUp("two", true)).isEmpty();
    assertThat(located()).containsExactly(new Emitting.Whereabouts(run.id(), "job", "T-1", "one"));
  }

  @Test
  void whatANodeLeavesAnotherTakesUp() {
    var run = open("one", reported("job"));
    ask(Addresses.LET_GO_OF_RUNS, new Emitting.LetGo("one"));
    assertThat(located()).containsExactly(new Emitting.Whereabouts(run.id(), "job", "T-1", null));

    assertThat(takenUp("two", false)).containsExactly(run.id());
    assertThat(takenUp("three", false)).isEmpty();
    assertThat(find(run.id()).node()).isEqualTo("two");
    assertThat(find(run.id()).epoch()).isEqualTo(2);
  }

  @Test
  void whatWasItsOwnANodeTakesUpWhenItStarts() {
    var run = open("one", reported("job"));

    assertThat(takenUp("one", false)).isEmpty();
    assertThat(takenUp("one", true)).containsExactly(run.id());
    assertThat(find(run.id()).epoch()).isEqualTo(2);
  }

  private Run open(String node, Run run) {
    var opening = List.of(new Emitting.Opening(run, false));
    return ask(Addresses.OPEN_RUNS, new Emitting.Open(node, opening)).runs().getFirst();
  }

  private List<RunId> takenUp(String node, boolean own) {
    return ask(Addresses.TAKE_UP_RUNS, new Emitting.TakeUp(node, own)).runs().stream()
        .map(held -> held.run().id())
        .toList();
  }

  private List<Emitting.Whereabouts> located() {
    return ask(Addresses.LOCATE_RUNS, new Emitting.Locate(ADA)).runs();
  }

  private static Run reported(String name) {
    var list = new Checklist("T-1", "Job", null, 0, false, NOW, null, List.of(), null, null);
    return new Run(
        RunId.random(),
        0,
        ADA,
        name,
        new Order.Reported(RunKind.TASK, "Job"),
        null,
        RunStatus.RUNNING,
        START,
        0,
        NOW,
        null,
        null,
        null,
        1,
        null,
        null,
        0,
        0,
        0,
        0,
        List.of(new Phase("task", 0, 100)),
        new Checkpoint.Reported(list),
        null,
        null);
  }
}
