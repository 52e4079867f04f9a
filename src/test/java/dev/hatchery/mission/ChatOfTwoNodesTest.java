package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.chat.ChatVerticle;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.stream.SseFanOutVerticle;
import dev.hatchery.task.TaskVerticle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said in a chat of one node goes on in that of another. */
class ChatOfTwoNodesTest extends TwoHeadquarters {
  private static final String TWO_STEPS = "Work out 17 % of 2400, then calculate 17 * 3";

  @BeforeEach
  void serve() {
    serve(one, "one");
    serve(two, "two");
  }

  private static void serve(Headquarters node, String name) {
    node.deploy(bus -> new SseFanOutVerticle(bus, false));
    node.deploy(bus -> new TaskVerticle(bus, Clock.systemUTC(), name, false, Duration.ofHours(24)));
    node.deploy(bus -> new ChatVerticle(bus, name, 0.5));
  }

  @Test
  void whatWasProposedOnOneNodeIsChangedByWordsOnTheOther() {
    var mission = RunRef.of(say(one, "What is 17 % of 2400?").missions().getFirst().id());
    var changed = say(two, "Instead, calculate 18 % of 2400");
    assertThat(changed.changed()).containsExactly("objective");
    assertThat(say(one, "Make it high priority").changed()).containsExactly("priority");

    two.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    assertThat(one.refused(Addresses.SAY, new Missions.Say(ADA, "Make it low priority")).code())
        .isEqualTo("not_proposed");
    one.ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));
    var run = two.until(mission, MissionStatus.COMPLETED);
    assertThat(Mission.of(run).brief().objective()).isEqualTo("calculate 18 % of 2400");
  }

  @Test
  void whatSomebodyElseProposedOnTheOtherNodeIsNotChanged() {
    say(one, "What is 17 % of 2400?");

    var heard = two.ask(Addresses.SAY, new Missions.Say(BOB, "Make it high priority"));
    assertThat(heard.missions()).isEmpty();
    assertThat(heard.question()).isNotNull();
  }

  @Test
  void aSeriesSaidOnOneNodeIsToldToItsEndThoughItsMissionsAreApprovedOnTheOther() {
    var said = say(one, TWO_STEPS);
    var whole = whole(said);
    for (var mission : missions(said)) {
      two.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
      two.ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));
    }

    await().until(() -> two.run(whole).status() == RunStatus.SUCCEEDED);
    assertThat(one.types(whole)).containsOnlyOnce("task_completed", "complete");
    assertThat(one.types(whole)).filteredOn("story_completed"::equals).hasSize(2);
    assertThat(two.run(whole).standing().progress()).isEqualTo(100);
  }

  @Test
  void whoeverCancelsASeriesOnTheOtherNodeWantsNoneOfItsMissions() {
    var said = say(one, TWO_STEPS);
    two.reach(one, "one", Addresses.HALT);
    two.ask(Addresses.CANCEL, new Running.Cancel(ADA, whole(said)));

    for (var mission : missions(said)) {
      two.until(mission, MissionStatus.CANCELLED);
    }
  }

  private static Missions.Heard say(Headquarters node, String words) {
    return node.ask(Addresses.SAY, new Missions.Say(ADA, words));
  }

  private static List<RunRef> missions(Missions.Heard heard) {
    return heard.missions().stream().map(run -> RunRef.of(run.id())).toList();
  }

  private static RunRef whole(Missions.Heard heard) {
    return RunRef.of(Objects.requireNonNull(heard.whole()));
  }
}
