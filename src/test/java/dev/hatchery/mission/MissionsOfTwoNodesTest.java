package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.run.Identity;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database; an owner's words may come to either. */
@SuppressWarnings("NullAway.Init")
class MissionsOfTwoNodesTest {
  private static final String SUM = "What is 17 % of 2400?";

  @TempDir Path data;
  private Headquarters one;
  private Headquarters two;

  @BeforeEach
  void open() {
    one = new Headquarters(data, Identity.among("one", "1")).start();
    two = new Headquarters(data, Identity.among("two", "1")).start();
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

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

  private void gapless(RunRef mission) {
    var events = one.events(mission);
    assertThat(events)
        .extracting(Event::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
  }
}
