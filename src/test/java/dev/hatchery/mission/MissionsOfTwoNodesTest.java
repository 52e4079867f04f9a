package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two nodes on one database; an owner's words may come to either. */
class MissionsOfTwoNodesTest extends TwoHeadquarters {
  private static final String SUM = "What is 17 % of 2400?";

  @Test
  void aMissionIsChangedApprovedAndExecutedWhereverItsOwnerSpeaks() {
    var mission = one.proposed(brief("What is 1 + 1?"));
    two.ask(Addresses.AMEND, amend(mission, SUM, null));
    one.ask(Addresses.AMEND, amend(mission, null, "In words"));
    two.ask(Addresses.APPROVE, new Missions.Approve(ADA, mission));
    one.ask(Addresses.EXECUTE, new Missions.Execute(ADA, mission));

    var run = two.until(mission, MissionStatus.COMPLETED);
    assertThat(Mission.of(run).brief().objective()).isEqualTo(SUM);
    assertThat(Mission.of(run).brief().scope()).isEqualTo("In words");
    assertThat(one.tool.uses.get() + two.tool.uses.get()).isEqualTo(1);
    gapless(mission);
  }

  @RepeatedTest(5)
  void ofTwoWordsAtOnceNeitherIsLost() {
    var mission = one.proposed(brief("What is 1 + 1?"));
    two.ask(Addresses.AMEND, amend(mission, "What is 1 + 2?", null));
    var said =
        List.of(
            one.asking(Addresses.AMEND, amend(mission, SUM, null)),
            two.asking(Addresses.AMEND, amend(mission, null, "In words")));

    await().until(() -> said.stream().allMatch(Future::isComplete));
    assertThat(said).allMatch(Future::succeeded);
    var then = Mission.of(one.run(mission)).brief();
    assertThat(then.objective()).isEqualTo(SUM);
    assertThat(then.scope()).isEqualTo("In words");
    gapless(mission);
  }

  @RepeatedTest(3)
  void aMissionIsApprovedOnceThoughTwoNodesHearIt() {
    var mission = one.proposed(brief(SUM));
    two.ask(Addresses.AMEND, amend(mission, "What is 1 + 2?", null));
    var said =
        Stream.of(one, two)
            .map(node -> node.asking(Addresses.APPROVE, new Missions.Approve(ADA, mission)))
            .toList();

    await().until(() -> said.stream().allMatch(Future::isComplete));
    assertThat(said).filteredOn(Future::succeeded).hasSize(1);
    assertThat(said.stream().filter(Future::failed).map(failed -> failed.cause().getMessage()))
        .allMatch(words -> words.startsWith("not_proposed"));
    gapless(mission);
  }

  @Test
  void aMissionThatWaitsIsCancelledWhereverItsOwnerSpeaks() {
    var mission = one.proposed(brief(SUM));
    two.ask(Addresses.AMEND, amend(mission, "What is 1 + 2?", null));
    one.cancel(mission);

    two.until(mission, MissionStatus.CANCELLED);
    assertThat(two.refused(Addresses.APPROVE, new Missions.Approve(ADA, mission)).code())
        .isEqualTo("not_proposed");
    gapless(mission);
  }

  private static Missions.Amend amend(
      RunRef mission, @Nullable String objective, @Nullable String scope) {
    return new Missions.Amend(ADA, mission, new Missions.Amendment(objective, scope, null, null));
  }

  @Test
  void whatAMissionAsksIsAnsweredWhereverItsOwnerSpeaks() {
    var mission = one.executing(brief(SUM, Usd.of("1"), true));
    two.until(mission, MissionStatus.CLARIFICATION_NEEDED);
    two.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "2"));
    await().until(() -> told(mission, "clarification_needed") == 2);
    one.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "up to 10 dollars"));

    var run = two.until(mission, MissionStatus.COMPLETED);
    assertThat(Mission.of(run).brief().budget()).isEqualTo(Usd.of("10"));
    assertThat(one.tool.uses.get() + two.tool.uses.get()).isEqualTo(1);
    gapless(mission);
  }

  @RepeatedTest(3)
  void ofTwoAnswersAtOnceOneCounts() {
    var mission = one.executing(brief(SUM, Usd.of("1"), true));
    two.until(mission, MissionStatus.CLARIFICATION_NEEDED);
    var said =
        Stream.of(one, two)
            .map(
                node ->
                    node.asking(
                        Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "10 dollars")))
            .toList();

    await().until(() -> said.stream().allMatch(Future::isComplete));
    assertThat(said).filteredOn(Future::succeeded).hasSize(1);
    two.until(mission, MissionStatus.COMPLETED);
    assertThat(one.tool.uses.get() + two.tool.uses.get()).isEqualTo(1);
    gapless(mission);
  }

  @Test
  void whatIsThoughtOfAToolIsKnownOnBothNodes() {
    var mission = one.executing(brief(SUM));
    two.until(mission, MissionStatus.COMPLETED);
    var tool = two.tool.name();
    var rate = new Missions.Rate(ADA, mission, new Survey(10, true, true));
    var said =
        List.of(
            two.asking(Addresses.JUDGE, new Missions.Judge(ADA, mission, tool, Verdict.REJECTED)),
            one.asking(Addresses.RATE, rate));

    await().until(() -> said.stream().allMatch(Future::succeeded));
    for (var node : List.of(one, two)) {
      var known = node.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(ADA)).of(tool);
      assertThat(known.verdict()).isEqualTo(Verdict.REJECTED);
      assertThat(known.surveys()).isEqualTo(0.05);
      assertThat(known.uses()).isEqualTo(1);
    }
    assertThat(two.refused(Addresses.RATE, rate).code()).isEqualTo("rated_before");
  }

  private long told(RunRef mission, String type) {
    return one.types(mission).stream().filter(type::equals).count();
  }

  private void gapless(RunRef mission) {
    var events = one.events(mission);
    assertThat(events)
        .extracting(Event::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
  }
}
