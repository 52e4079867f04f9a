package dev.hatchery.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Brief.Priority;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Missions wait by how urgent they are and how long they have waited. */
final class MissionLineTest extends BothDatabases {
  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void theUrgentAreClaimedFirstAndOfTheSameUrgencyTheOldest() {
    var low = waiting(Priority.LOW);
    var normal = waiting(Priority.NORMAL);
    var high = waiting(Priority.HIGH);
    var later = waiting(Priority.HIGH);

    assertThat(claimedInTurn(4)).containsExactly(high, later, normal, low);
  }

  @Test
  void nobodyIsPassedForEver() {
    var low = waiting(Priority.LOW);
    var normal = waiting(Priority.NORMAL);
    now = NOW.plus(Duration.ofMinutes(11));
    var high = waiting(Priority.HIGH);
    now = NOW.plus(Duration.ofMinutes(21));
    var later = waiting(Priority.HIGH);

    assertThat(claimedInTurn(4)).containsExactly(normal, high, low, later);
  }

  @Test
  void thePlacesThatAreShownAreThoseInWhichTheyAreClaimed() {
    var urgencies = Priority.values();
    var missions =
        IntStream.range(0, 24)
            .mapToObj(
                time -> {
                  now = NOW.plus(Duration.ofMinutes(3L * (time / 2)));
                  return waiting(urgencies[time * 7 % 5 % urgencies.length]);
                })
            .toList();
    claim();

    var places =
        missions.stream()
            .map(this::find)
            .filter(run -> run.status() == RunStatus.QUEUED)
            .sorted(Comparator.comparingInt(Run::ahead))
            .toList();
    var line = ask(Addresses.LIST_LINE, new Leasing.ListLine(RunKind.MISSION));

    assertThat(places)
        .extracting(Run::ahead)
        .containsExactlyElementsOf(IntStream.range(1, 24).boxed().toList());
    var ids = places.stream().map(Run::id).toList();
    assertThat(line.working()).isEqualTo(1);
    assertThat(line.waiting()).containsExactlyElementsOf(ids);
    assertThat(claimedInTurn(23)).containsExactlyElementsOf(ids);
  }

  @Test
  void whoeverIsAtWorkIsAheadOfAnUrgentOneToo() {
    waiting(Priority.LOW);
    claim();

    assertThat(find(waiting(Priority.HIGH)).ahead()).isEqualTo(1);
  }

  private List<RunId> claimedInTurn(int many) {
    return Stream.generate(this::claim).limit(many).toList();
  }

  private RunId claim() {
    var claim = new Storage.ClaimRun("here", RunKind.MISSION, 2);
    return requireNonNull(ask(Addresses.CLAIM_RUN, claim).run()).id();
  }

  private RunId waiting(Priority priority) {
    var mission = Mission.proposed(new Brief("What is 2 + 2?", null, List.of(), priority, null));
    var run = proposed(mission);
    var queued = new Journal.Draft(1, "mission_changed", true, false, now, "{}");
    ask(
        Addresses.APPEND,
        new Journal.Append(
            run.id(),
            0,
            List.of(queued),
            new Journal.Change(
                RunStatus.QUEUED, START, new Checkpoint.OfMission(mission), null, null)));
    return run.id();
  }

  private Run proposed(Mission mission) {
    var run =
        new Run(
            RunId.random(),
            0,
            ADA,
            null,
            new Order.Pursue(mission.brief()),
            null,
            RunStatus.PROPOSED,
            START,
            0,
            now,
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
            List.of(),
            new Checkpoint.OfMission(mission),
            null,
            null);
    return ask(Addresses.CREATE_RUN, new Storage.CreateRun(run, null, Duration.ZERO, ROOM)).run();
  }
}
