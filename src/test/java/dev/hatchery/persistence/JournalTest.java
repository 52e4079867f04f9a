package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JournalTest extends BothDatabases {
  private static final Persona PERSONA =
      new Persona(
          "Luma", "Born in a lantern on the quay.", List.of("kind"), "a small glowing moth");

  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void idsHaveNoGapAndOrderIsTheOrderOfTellingUnderFiftyAppenders() {
    var appending = new ArrayList<Future<Journal.Appended>>();
    for (var appender = 0; appender < 50; appender++) {
      var run = create(ADA, "moth " + appender);
      for (var seq = 1; seq <= 10; seq++) {
        appending.add(bus.ask(Addresses.APPEND, ticks(run.id(), 0, seq, seq)));
      }
    }
    await(Future.all(appending));

    var events = read(0).events();
    assertThat(events.stream().map(Event::id))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
    assertThat(told).containsExactlyElementsOf(events);
    assertThat(read(0).head()).isEqualTo(500);
    assertThat(appending.stream().flatMap(answer -> answer.result().ids().stream()))
        .doesNotHaveDuplicates()
        .hasSize(500);
  }

  @Test
  void whatHasAMarkIsRecordedOnceOfItsOwnerWhoeverAppendsIt() {
    var first = create(ADA, "moth");
    var second = create(ADA, "another moth");
    var bobs = create(BOB, "moth");
    ask(Addresses.APPEND, marked(first.id()));

    assertThat(refused(Addresses.APPEND, marked(second.id()))).isInstanceOf(Problem.Stale.class);
    assertThat(ask(Addresses.APPEND, marked(first.id()).repeated()).ids()).containsExactly(1L);
    assertThat(ask(Addresses.APPEND, marked(bobs.id())).ids()).containsExactly(2L);
  }

  private static Journal.Append marked(RunId run) {
    var mark = List.of(new Mark("e:once", "hash"));
    var draft = new Journal.Draft(1, "noted", true, false, NOW, "{\"seq\":1}", mark);
    return new Journal.Append(run, 0, List.of(draft), standing(1));
  }

  @Test
  void anEventIsToldBeforeItsAppenderIsAnswered() {
    var run = create(ADA, "moth");

    ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3));

    assertThat(told).hasSize(3);
  }

  @Test
  void aMilestoneCommitsWithAllThatItMakesTrue() {
    var run = create(ADA, "moth");
    var claimed = Objects.requireNonNull(claim("here"));
    var checkpoint = new Checkpoint.Hatching(PERSONA, true);
    var agent =
        new Agent(AgentId.random(), ADA, PERSONA, null, "moth", Agent.Fallback.NONE, run.id(), NOW);
    var standing =
        new Standing(
            33.3, 12.1, "llm", "Written.", new Eta(Duration.ofSeconds(3), Duration.ofSeconds(9)));
    ask(
        Addresses.APPEND,
        new Journal.Append(
            run.id(),
            claimed.epoch(),
            List.of(new Journal.Draft(1, "complete", true, true, NOW, "{}")),
            new Journal.Change(RunStatus.SUCCEEDED, standing, checkpoint, agent, null)));

    var found = find(run.id());
    assertThat(found.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(found.standing()).isEqualTo(standing);
    assertThat(found.checkpoint()).isEqualTo(checkpoint);
    assertThat(found.agent()).isEqualTo(agent.id());
    assertThat(found.finishedAt()).isEqualTo(NOW);
    assertThat(found.lastSeq()).isEqualTo(1);
    assertThat(found.lastEventId()).isEqualTo(1);
    assertThat(ask(Addresses.FIND_AGENT, new Storage.FindAgent(ADA, agent.id())).agent())
        .isEqualTo(agent);
  }

  @Test
  void oneThatCannotBeSavedLeavesNothingBehindAndDoesNotKeepBackTheOthers() {
    var run = create(ADA, "moth");
    var other = create(ADA, "owl");
    var orphan =
        new Agent(
            AgentId.random(),
            ADA,
            PERSONA,
            PictureId.random(),
            "moth",
            Agent.Fallback.NONE,
            run.id(),
            NOW);
    var broken =
        new Journal.Append(
            run.id(),
            0,
            List.of(new Journal.Draft(1, "complete", true, true, NOW, "{}")),
            new Journal.Change(RunStatus.SUCCEEDED, START, null, orphan, null));
    var blocker = bus.ask(Addresses.APPEND, ticks(other.id(), 0, 1, 1));
    var failing = bus.ask(Addresses.APPEND, broken);
    var fine = bus.ask(Addresses.APPEND, ticks(other.id(), 0, 2, 2));

    await(blocker);
    assertThat(await(fine).ids()).containsExactly(2L);
    assertThat(problem(() -> await(failing))).isInstanceOf(Problem.Unexpected.class);
    assertThat(find(run.id())).isEqualTo(run);
    assertThat(read(0).events()).hasSize(2);
  }

  @Test
  void whatCarriesAnOldEpochIsStaleAndTheOthersGoOn() {
    var run = create(ADA, "moth");
    var other = create(ADA, "owl");
    claim("here");
    var stale = bus.ask(Addresses.APPEND, ticks(run.id(), 0, 1, 1));
    var fine = bus.ask(Addresses.APPEND, ticks(other.id(), 0, 1, 1));

    assertThat(await(fine).ids()).containsExactly(1L);
    assertThat(problem(() -> await(stale))).isInstanceOf(Problem.Stale.class);
    assertThat(ask(Addresses.APPEND, ticks(run.id(), 1, 1, 1)).ids()).containsExactly(2L);
  }

  @Test
  void nothingFollowsAnEnding() {
    var run = create(ADA, "moth");
    ask(Addresses.APPEND, ending(run.id(), 0, 1, RunStatus.CANCELLED));

    assertThat(refused(Addresses.APPEND, ticks(run.id(), 0, 2, 2)))
        .isInstanceOf(Problem.Stale.class);
  }

  @Test
  void anAppendWhoseAnswerGotLostIsAnsweredTheSameAgain() {
    var run = create(ADA, "moth");
    var first = ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3));
    ask(Addresses.APPEND, ticks(run.id(), 0, 4, 4));

    assertThat(ask(Addresses.APPEND, ticks(run.id(), 0, 1, 3).repeated())).isEqualTo(first);
    assertThat(find(run.id()).lastSeq()).isEqualTo(4);
    assertThat(told).hasSize(4);
    var other =
        new Journal.Append(
            run.id(), 0, List.of(new Journal.Draft(2, "x", true, false, NOW, "{}")), standing(1));
    assertThat(refused(Addresses.APPEND, other.repeated())).isInstanceOf(Problem.Stale.class);
  }

  @Test
  void ofTwoWhoSayTheSameAtOnePlaceTheSecondIsRefused() {
    var run = create(ADA, "moth");
    var said = List.of(ticks(run.id(), 0, 1, 1), ticks(run.id(), 0, 1, 1));
    var answers = said.stream().map(append -> bus.ask(Addresses.APPEND, append)).toList();

    assertThat(await(answers.getFirst()).ids()).containsExactly(1L);
    assertThat(problem(() -> await(answers.getLast()))).isInstanceOf(Problem.Stale.class);
    assertThat(read(0).events()).hasSize(1);
  }

  @Test
  void twiceInOneBatchIsOnceInTheJournal() {
    var run = create(ADA, "moth");
    var answers =
        IntStream.range(0, 5)
            .mapToObj(time -> bus.ask(Addresses.APPEND, ticks(run.id(), 0, 1, 2).repeated()))
            .toList();

    await(Future.all(answers));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.result().ids()).containsExactly(1L, 2L));
    assertThat(read(0).events()).hasSize(2);
  }

  @Test
  void aSkippedSeqIsRefused() {
    var run = create(ADA, "moth");

    assertThat(refused(Addresses.APPEND, ticks(run.id(), 0, 2, 2)).code()).isEqualTo("seq_gap");
    assertThat(
            refused(Addresses.APPEND, new Journal.Append(run.id(), 0, List.of(), standing(1)))
                .code())
        .isEqualTo("no_events");
    assertThat(refused(Addresses.APPEND, ticks(RunId.random(), 0, 1, 1)))
        .isInstanceOf(Problem.NotFound.class);
  }
}
