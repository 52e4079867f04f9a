package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Report;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Emissions whose tasks are open, on their way into the journal: all of them or none. */
final class Telling {
  /** How many milestones of a run may wait for their turn. */
  private static final int WAITING_MOST = 100;

  /** As many as that leave the line in a second. */
  private static final int PER_SECOND = 10;

  /** What is said of one task. */
  static final class Words {
    private final Task task;
    private final List<Emission> emissions = new ArrayList<>();
    private final TaskProgress.Standing before;
    private final int course;

    private Words(Task task) {
      this.task = task;
      before = task.progress().standing();
      course = task.course();
    }

    Task task() {
      return task;
    }

    List<Emission> emissions() {
      return List.copyOf(emissions);
    }

    /** Where they are by this answer, in order. */
    List<Place> places(Progress.Told told) {
      return told.places().stream()
          .map(reached -> new Place(reached.id(), task.run().id(), reached.seq()))
          .toList();
    }

    private Progress.Tell hear(Instant now) {
      task.heard(now);
      task.waits(milestones());
      var progress = task.progress();
      var said = emissions.stream().map(emission -> word(progress, emission, now)).toList();
      if (progress.checklist().outcome() != null) {
        task.conclude();
      }
      return new Progress.Tell(task.run().id(), task.run().epoch(), course, said);
    }

    /** Whether the task is over by them. */
    boolean conclude() {
      return emissions.stream().anyMatch(it -> it.report() instanceof Report.TaskCompleted);
    }

    /** It was not recorded; nor is what was said on top of it. */
    void takeBack(ProblemException why) {
      if (course == task.course()) {
        task.takeBack(before, why);
      }
    }

    private int milestones() {
      return (int) emissions.stream().filter(Telling::milestone).count();
    }
  }

  /** What each of the emissions, as they were ordered, belongs to: words or a parcel. */
  private final List<Object> order = new ArrayList<>();

  private final Map<Task, Words> byTask = new LinkedHashMap<>();
  private final Map<String, Parcel> byNode = new LinkedHashMap<>();

  Telling(Plan plan) {
    for (var slot : plan.slots()) {
      var there = slot.elsewhere();
      order.add(there == null ? words(slot) : parcel(slot, there));
    }
  }

  private Words words(Plan.Slot slot) {
    var words = byTask.computeIfAbsent(Objects.requireNonNull(slot.task()), Words::new);
    words.emissions.add(slot.emission);
    return words;
  }

  private Parcel parcel(Plan.Slot slot, Whereabouts there) {
    var parcel = byNode.computeIfAbsent(Objects.requireNonNull(there.node()), Parcel::new);
    parcel.add(slot.emission, there);
    return parcel;
  }

  /** Throws a {@link ProblemException} unless all of it can be said now. */
  void requireRoom() {
    for (var words : byTask.values()) {
      requireGoingOn(words);
      var beyond = words.task.waiting() + words.milestones() - WAITING_MOST;
      if (words.milestones() > 0 && beyond > 0) {
        throw new ProblemException(
            new Problem.Busy(
                "slow_down",
                "More than 100 events of this run wait for their turn; at most 10 pass in a"
                    + " second.",
                Duration.ofSeconds(1 + beyond / PER_SECOND)));
      }
      requireShort(words);
    }
  }

  private static void requireGoingOn(Words words) {
    var over = words.task.ending();
    for (var emission : words.emissions) {
      if (over) {
        throw new ProblemException(
            new Problem.Conflict(
                "already_finished",
                "This run is over already; task_started begins a new one under its name."));
      }
      over = emission.report() instanceof Report.TaskCompleted;
    }
  }

  private static void requireShort(Words words) {
    if (!Size.allows(words.task.progress().checklist(), words.emissions)) {
      throw new ProblemException(
          new Problem.Invalid(
              "task_too_long",
              "data",
              "A task has 500 stories and 5,000 criteria at most; begin another one."));
    }
  }

  /**
   * Enters all of it.
   *
   * @param here records what is said of one task and gives the places
   * @param there has another node do the same
   * @return the places of each, which {@link #places} puts into order
   */
  List<Future<List<Place>>> hear(
      Instant now,
      BiFunction<Words, Progress.Tell, Future<List<Place>>> here,
      Function<Parcel, Future<List<Place>>> there) {
    var said = byTask.values().stream().map(words -> here.apply(words, words.hear(now))).toList();
    var sent = byNode.values().stream().map(there).toList();
    return Stream.concat(said.stream(), sent.stream()).toList();
  }

  void noMoreWaiting() {
    byTask.values().forEach(words -> words.task.waits(-words.milestones()));
  }

  /** Where all of it is, as it was ordered. */
  List<Place> places(List<List<Place>> recorded) {
    var each = recorded.iterator();
    var left = new IdentityHashMap<Object, Iterator<Place>>();
    byTask.values().forEach(words -> left.put(words, each.next().iterator()));
    byNode.values().forEach(parcel -> left.put(parcel, each.next().iterator()));
    return order.stream().map(part -> Objects.requireNonNull(left.get(part)).next()).toList();
  }

  /**
   * A checklist that has not changed is the same one; to compare all of it would cost each event.
   */
  @SuppressWarnings("ReferenceEquality")
  private static Progress.Word word(TaskProgress progress, Emission emission, Instant now) {
    var before = progress.checklist();
    progress.hear(emission.report(), now);
    var after = progress.checklist();
    return new Progress.Word(
        new Happening.Emitted(emission.type(), emission.data(), milestone(emission)),
        Wording.of(emission, after),
        progress.measured(),
        progress.eta(now),
        emission.report() instanceof Report.Other ? null : progress.guess(),
        after == before ? null : new Checkpoint.Reported(after),
        emission.marks());
  }

  private static boolean milestone(Emission emission) {
    return !(emission.report() instanceof Report.Measured);
  }
}
