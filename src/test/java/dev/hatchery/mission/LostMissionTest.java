package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.RunRef;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mission whose node has lost it stops its tool and writes nothing; others go on with it. */
@SuppressWarnings("NullAway.Init")
class LostMissionTest {
  private static final String SUM = "What is 17 % of 2400?";

  @TempDir Path data;
  private Headquarters office;
  private final Promise<Void> begun = Promise.promise();
  private final Promise<Void> ended = Promise.promise();

  /** How a tool takes it that nobody wants its answer any more. */
  enum Stopped {
    BY_THROWING,
    BY_FAILING,
    BY_ANSWERING
  }

  @BeforeEach
  void open() {
    office = new Headquarters(data).start();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource
  void itsToolIsStoppedAndNothingIsWrittenOfIt(Stopped how) {
    office.tool.work = untilStopped(how);
    var mission = office.executing(brief(SUM));
    await().until(begun.future()::isComplete);
    var before = milestones(mission);

    office.loseEverything();
    await().until(ended.future()::isComplete);

    // What is asked after it is answered after it.
    var other = office.proposed(brief("What is 1 + 1?"));
    assertThat(office.types(other)).isNotEmpty();
    assertThat(milestones(mission)).isEqualTo(before);
    assertThat(office.run(mission).status().ended()).isFalse();
    var known = office.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(ADA));
    assertThat(known.of(office.tool.name()).uses()).isZero();
  }

  @Test
  void whoeverGoesOnWithItEndsItOnce() {
    office.tool.work = untilStopped(Stopped.BY_THROWING);
    var mission = office.executing(brief(SUM));
    await().until(begun.future()::isComplete);
    office.loseEverything();
    await().until(ended.future()::isComplete);

    office.tool.work = call -> FakeTool.ANSWER;
    office.restart();

    office.until(mission, MissionStatus.COMPLETED);
    assertThat(office.types(mission)).containsOnlyOnce("mission_stop", "complete");
  }

  /** What else is told of it comes from the journal's side, which the lease does not stop. */
  private List<Event> milestones(RunRef mission) {
    return office.events(mission).stream().filter(Event::milestone).toList();
  }

  private Function<Call, Answer> untilStopped(Stopped how) {
    return call -> {
      begun.complete();
      try {
        call.stopped().await();
        throw new AssertionError("it was not stopped");
      } catch (CancellationException e) {
        return switch (how) {
          case BY_THROWING -> throw e;
          case BY_FAILING -> throw new ToolException("Connection reset");
          case BY_ANSWERING -> FakeTool.ANSWER;
        };
      } finally {
        ended.complete();
      }
    };
  }
}
