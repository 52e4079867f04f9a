package dev.hatchery.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Checklist.Stage;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a task whatever its program says, in whatever order. */
class TaskRulesTest {
  private static final Instant DAWN = Instant.parse("2026-03-01T06:00:00Z");

  @Property(tries = 500)
  void neverBackNeverBeyondAndAHundredOnlyByPassing(@ForAll("reports") List<Report> reports) {
    var task = TaskProgress.begin(null, "Any", DAWN);
    var shown = new ArrayList<Double>();
    var passed = false;
    for (var report : reports) {
      task.hear(report, DAWN.plusSeconds(shown.size()));
      passed |= report instanceof Report.TaskCompleted it && it.passed();
      shown.add(task.measured());
      assertThat(task.measured()).isBetween(0.0, passed ? 100.0 : 99.0);
    }

    assertThat(shown).isSorted();
  }

  @Property(tries = 500)
  void theChecklistAlwaysAddsUp(@ForAll("reports") List<Report> reports) {
    var task = TaskProgress.begin(null, "Any", DAWN);
    reports.forEach(report -> task.hear(report, DAWN));
    var list = task.checklist();

    assertThat(list.stories())
        .allSatisfy(story -> assertThat(story.met()).isBetween(0, story.criteriaCount()))
        .doesNotHaveDuplicates();
    assertThat(list.stories().stream().map(it -> it.id()).distinct())
        .hasSize(list.stories().size());
    if (list.current() != null) {
      assertThat(list.stories())
          .filteredOn(story -> story.id().equals(list.current()))
          .singleElement()
          .satisfies(story -> assertThat(story.stage()).isEqualTo(Stage.IN_WORK));
    }
  }

  @Property(tries = 500)
  void howLongAChecklistGetsIsKnownBeforeItIsTold(@ForAll("reports") List<Report> reports) {
    var task = TaskProgress.begin(null, "Any", DAWN);
    for (var report : reports) {
      var foreseen = Size.after(task.checklist(), report);
      task.hear(report, DAWN);
      assertThat(Size.of(task.checklist())).isEqualTo(foreseen);
    }
  }

  @Property(tries = 200)
  void aRestartInBetweenChangesNothing(@ForAll("reports") List<Report> reports) {
    var json = new RecordJson();
    var through = TaskProgress.begin(null, "Any", DAWN);
    var resumed = TaskProgress.begin(null, "Any", DAWN);
    for (var report : reports) {
      through.hear(report, DAWN);
      resumed.hear(report, DAWN);
      var kept = json.write(new Checkpoint.Reported(resumed.checklist()));
      var read = (Checkpoint.Reported) json.read(kept, Checkpoint.class);
      resumed = TaskProgress.resume(read.checklist(), resumed.measured());
    }

    assertThat(resumed.checklist()).isEqualTo(through.checklist());
    assertThat(resumed.measured()).isEqualTo(through.measured());
  }

  @Property(tries = 300)
  void aGuessLeadsForwardAndAnEtaIsARange(@ForAll("reports") List<Report> reports) {
    var task = TaskProgress.begin(null, "Any", DAWN);
    var now = DAWN;
    for (var report : reports) {
      now = now.plusSeconds(7);
      task.hear(report, now);
      var guess = task.guess();
      if (guess != null) {
        assertThat(guess.to()).isGreaterThan(task.measured()).isLessThanOrEqualTo(100);
        assertThat(guess.typical()).isPositive();
      }
      var eta = task.eta(now);
      if (eta != null) {
        assertThat(eta.p50()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(eta.p90()).isGreaterThanOrEqualTo(eta.p50());
      }
    }
  }

  @Provide
  Arbitrary<List<Report>> reports() {
    return Arbitraries.oneOf(
            started(),
            story().map(Report.StoryStarted::new),
            Combinators.combine(id().injectNull(0.2), index(), text())
                .as((id, index, text) -> new Report.CriterionMet(id, index, text, null)),
            Combinators.combine(id().injectNull(0.2), Arbitraries.of(true, false))
                .as((id, passed) -> new Report.StoryCompleted(id, passed, null)),
            Arbitraries.doubles().between(0, 100).map(Report.Measured::new),
            Arbitraries.of(new Report.Trouble("x"), new Report.Other()),
            Combinators.combine(Arbitraries.of(true, false), index())
                .as((passed, code) -> new Report.TaskCompleted(passed, code)))
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<Report> started() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6).injectNull(0.3),
            Arbitraries.longs().between(0, 1000).map(Duration::ofSeconds).injectNull(0.5),
            story().list().ofMaxSize(5))
        .as(
            (count, estimate, stories) ->
                new Report.TaskStarted(RunKind.TASK, "T", count, estimate, stories));
  }

  private static Arbitrary<Report.Story> story() {
    return Combinators.combine(
            id(),
            Arbitraries.integers().between(0, 5).injectNull(0.3),
            Arbitraries.of("p", "q", "r").list().ofMaxSize(4))
        .as((id, count, texts) -> new Report.Story(id, null, null, count, texts));
  }

  private static Arbitrary<String> id() {
    return Arbitraries.of("a", "b", "c", "d");
  }

  private static Arbitrary<Integer> index() {
    return Arbitraries.integers().between(0, 6).injectNull(0.3);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.of("p", "q", "z").injectNull(0.5);
  }
}
