package dev.hatchery.persistence;

import static dev.hatchery.protocol.Addresses.CLAIM_SCHEDULE;
import static dev.hatchery.protocol.Addresses.DROP_SCHEDULE;
import static dev.hatchery.protocol.Addresses.KEEP_SCHEDULE;
import static dev.hatchery.protocol.Addresses.LIST_SCHEDULES;
import static dev.hatchery.protocol.Addresses.SETTLE_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.Recipes;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Schedule;
import dev.hatchery.protocol.Scheduling;
import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.Timing.Recurrence;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleStoreTest extends BothDatabases {
  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final Instant DUE = Instant.parse("2026-11-21T07:00:00Z");
  private static final Instant LATER = DUE.plus(Duration.ofDays(1));

  @BeforeEach
  void open() {
    start();
  }

  @Test
  void aScheduleComesBackAsItWasKeptAlsoAfterARestart() {
    var kept = keep(ADA, DUE);

    restart();

    assertThat(all(ADA)).containsExactly(kept);
  }

  @Test
  void aScheduleKnowsTheRecipeOfItsMissionUntilThatIsForgotten() {
    var brief = new Brief("News", null, List.of(), Brief.Priority.NORMAL, null);
    var recipe = new Recipe(RecipeId.random(), ADA, "News", brief, NOW);
    ask(Addresses.KEEP_RECIPE, new Recipes.Keep(recipe));
    var mission = create(ADA, "News").id();
    ask(Addresses.NOTE_RECIPE, new Recipes.Note(mission, ADA, recipe.id()));

    var kept = ask(KEEP_SCHEDULE, new Scheduling.Keep(at(mission, ADA, DUE))).schedule();

    assertThat(kept.recipe()).isEqualTo(recipe.id());
    assertThat(all(ADA)).containsExactly(kept);
    var claimed = ask(CLAIM_SCHEDULE, new Scheduling.Claim(DUE, DUE.plus(CLAIM))).schedule();
    assertThat(claimed).isEqualTo(kept);
    ask(Addresses.DROP_RECIPE, new Recipes.Forget(ADA, recipe.id()));
    assertThat(all(ADA)).singleElement().extracting(Schedule::recipe).isNull();
  }

  @Test
  void aMissionHasOneSchedule() {
    var first = keep(ADA, DUE);
    var second =
        ask(KEEP_SCHEDULE, new Scheduling.Keep(at(first.mission(), ADA, LATER))).schedule();

    assertThat(all(ADA)).containsExactly(second);
    assertThat(second.nextAt()).isEqualTo(LATER);
  }

  @Test
  void nobodySeesOrDropsWhatIsSomebodyElses() {
    var hers = keep(ADA, DUE);

    assertThat(all(BOB)).isEmpty();
    assertThat(refused(DROP_SCHEDULE, new Scheduling.Drop(BOB, hers.mission())).code())
        .isEqualTo("not_found");
    ask(DROP_SCHEDULE, new Scheduling.Drop(ADA, hers.mission()));
    assertThat(all(ADA)).isEmpty();
  }

  @Test
  void whatIsDueIsGivenToOneOfManyWhoAskAtOnce() {
    keep(ADA, DUE);

    var asked =
        IntStream.range(0, 8)
            .mapToObj(one -> bus.ask(CLAIM_SCHEDULE, new Scheduling.Claim(DUE, DUE.plus(CLAIM))))
            .toList();
    await(Future.all(asked));

    assertThat(asked).filteredOn(one -> one.result().schedule() != null).hasSize(1);
  }

  @Test
  void nothingIsGivenBeforeItIsDue() {
    keep(ADA, DUE);

    assertThat(claim(DUE.minusMillis(1))).isNull();
  }

  @Test
  void whatWasClaimedAndNotSettledIsGivenAgain() {
    keep(ADA, DUE);

    assertThat(claim(DUE)).isNotNull();
    assertThat(claim(DUE.plusSeconds(29))).isNull();
    assertThat(claim(DUE.plusSeconds(30))).isNotNull();
  }

  @Test
  void whatWasSettledIsDueAtItsNextTime() {
    var due = keep(ADA, DUE);
    var made = create(ADA, "a dragon").id();
    claim(DUE);

    ask(SETTLE_SCHEDULE, new Scheduling.Settle(due.mission(), DUE, LATER, DUE, made));

    assertThat(claim(LATER.minusMillis(1))).isNull();
    var next = Objects.requireNonNull(claim(LATER));
    assertThat(next.lastMission()).isEqualTo(made);
    assertThat(next.lastFiredAt()).isEqualTo(DUE);
    ask(SETTLE_SCHEDULE, new Scheduling.Settle(due.mission(), LATER, null, LATER, null));
    assertThat(all(ADA).getFirst().nextAt()).isNull();
    assertThat(all(ADA).getFirst().lastMission()).isEqualTo(made);
  }

  @Test
  void whatWasPlannedAnewMeanwhileIsNotSettled() {
    var due = keep(ADA, DUE);
    claim(DUE);
    ask(KEEP_SCHEDULE, new Scheduling.Keep(at(due.mission(), ADA, LATER)));

    ask(SETTLE_SCHEDULE, new Scheduling.Settle(due.mission(), DUE, null, DUE, null));

    assertThat(all(ADA).getFirst().nextAt()).isEqualTo(LATER);
  }

  private Schedule keep(Owner owner, Instant due) {
    var mission = create(owner, "a mission of " + owner).id();
    return ask(KEEP_SCHEDULE, new Scheduling.Keep(at(mission, owner, due))).schedule();
  }

  private static Schedule at(RunId mission, Owner owner, Instant due) {
    var timing = new Timing(due, Recurrence.DAILY, null, ZoneId.of("Europe/Berlin"));
    return new Schedule(mission, owner, timing, due, null, null, null);
  }

  private @Nullable Schedule claim(Instant now) {
    return ask(CLAIM_SCHEDULE, new Scheduling.Claim(now, now.plus(CLAIM))).schedule();
  }

  private List<Schedule> all(Owner owner) {
    return ask(LIST_SCHEDULES, new Scheduling.ListAll(owner)).schedules();
  }
}
