package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Report;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which task each of some emissions is about: an open one, here or elsewhere, or a new one. */
final class Plan {
  private static final Pattern ID = Pattern.compile("[0-9a-v]{26}");

  /** An emission and its task, which is open here or elsewhere, or is to be opened. */
  static final class Slot {
    final Emission emission;
    final @Nullable Fresh fresh;
    private final @Nullable Task known;
    private final @Nullable Whereabouts elsewhere;

    private Slot(
        Emission emission,
        @Nullable Task known,
        @Nullable Whereabouts elsewhere,
        @Nullable Fresh fresh) {
      this.emission = emission;
      this.known = known;
      this.elsewhere = elsewhere;
      this.fresh = fresh;
    }

    /** The task, once it is open, unless another node has it. */
    @Nullable Task task() {
      return fresh == null ? known : fresh.task;
    }

    /** Where the task is, when another node has it. */
    @Nullable Whereabouts elsewhere() {
      return fresh == null ? elsewhere : fresh.elsewhere;
    }
  }

  /** A task that is to be opened. */
  static final class Fresh {
    final @Nullable String name;
    final Emission first;
    @Nullable Task task;
    @Nullable Whereabouts elsewhere;

    private Fresh(@Nullable String name, Emission first) {
      this.name = name;
      this.first = first;
    }

    /** Whether it may follow one by its name that has ended. */
    boolean anew() {
      return first.report() instanceof Report.TaskStarted;
    }
  }

  private final OpenTasks open;
  private final Elsewhere elsewhere;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Fresh> fresh = new ArrayList<>();
  private final Map<String, Fresh> byName = new LinkedHashMap<>();
  private @Nullable Future<Void> wait;
  private @Nullable String ended;

  /**
   * Throws a {@link ProblemException} when it cannot be told what one of them is about.
   *
   * @param open those that are open here
   */
  Plan(OpenTasks open, Elsewhere elsewhere, List<Emission> emissions) {
    this.open = open;
    this.elsewhere = elsewhere;
    for (var emission : emissions) {
      slots.add(slot(emission));
    }
  }

  List<Slot> slots() {
    return slots;
  }

  /** Those to open, in order. */
  List<Fresh> fresh() {
    return fresh;
  }

  /** The names of those to open that have one. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** What has to be over before this can be told; null when nothing has. */
  @Nullable Future<Void> waitsFor() {
    return wait;
  }

  /** An id of a task that is open nowhere as far as we know; null when there is none. */
  @Nullable String unknownId() {
    return ended;
  }

  private Slot slot(Emission emission) {
    if (emission.run() != null) {
      return named(emission, emission.run());
    }
    if (emission.taskId() != null) {
      return called(emission, emission.taskId());
    }
    return unnamed(emission);
  }

  private Slot named(Emission emission, String run) {
    var task = open.byName(run);
    var byId = task == null ? open.byId(run) : task;
    if (byId != null) {
      return known(emission, byId);
    }
    var there = elsewhere.named(run);
    if (there != null) {
      return elsewhere(emission, there);
    }
    if (ID.matcher(run).matches()) {
      ended = run;
    }
    return fresh(emission, run);
  }

  private Slot called(Emission emission, String taskId) {
    var task = open.byTaskId(taskId);
    if (task != null) {
      return known(emission, task);
    }
    var there = elsewhere.called(taskId);
    return there == null ? fresh(emission, taskId) : elsewhere(emission, there);
  }

  /** What nobody holds is opened first. */
  private Slot elsewhere(Emission emission, Whereabouts there) {
    if (there.node() == null) {
      ended = there.runId().value();
    }
    return new Slot(emission, null, there, null);
  }

  private Slot known(Emission emission, Task task) {
    if (task.ending() && emission.report() instanceof Report.TaskStarted) {
      wait = task.over();
    }
    return new Slot(emission, task, null, null);
  }

  private Slot fresh(Emission emission, String name) {
    var opening = open.opening(name);
    if (opening != null) {
      wait = opening;
    }
    var known = byName.get(name);
    return new Slot(emission, null, null, known == null ? add(name, emission) : known);
  }

  private Fresh add(@Nullable String name, Emission first) {
    var added = new Fresh(name, first);
    fresh.add(added);
    if (name != null) {
      byName.put(name, added);
    }
    return added;
  }

  private Slot unnamed(Emission emission) {
    var opening = open.anyOpening();
    if (opening != null) {
      // It may be the one that is meant.
      wait = opening;
      return new Slot(emission, null, null, null);
    }
    var running = open.running();
    var others = elsewhere.all();
    if (running.size() + others.size() + fresh.size() > 1) {
      throw required("Several of your tasks are running; say by \"run\" which one this is about.");
    }
    if (!running.isEmpty()) {
      return new Slot(emission, running.getFirst(), null, null);
    }
    if (!others.isEmpty()) {
      return elsewhere(emission, others.getFirst());
    }
    if (!fresh.isEmpty()) {
      return new Slot(emission, null, null, fresh.getFirst());
    }
    if (concludes(emission.report())) {
      throw required(
          "No task of yours is running; begin one by task_started, or name its \"run\".");
    }
    return new Slot(emission, null, null, add(null, emission));
  }

  /** What only makes sense of something that has begun. */
  private static boolean concludes(Report report) {
    return switch (report) {
      case Report.CriterionMet it -> true;
      case Report.StoryCompleted it -> true;
      case Report.TaskCompleted it -> true;
      case Report.Trouble it -> true;
      default -> false;
    };
  }

  private static ProblemException required(String detail) {
    return new ProblemException(new Problem.Invalid("run_required", "run", detail));
  }
}
