package dev.hatchery.task;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One owner's open tasks, and the names under which further ones are being opened. */
final class OpenTasks {
  private final Map<RunId, Task> byId = new LinkedHashMap<>();
  private final Map<String, Task> byName = new HashMap<>();
  private final List<Opening> openings = new ArrayList<>();
  private final Map<String, Opening> byOpening = new HashMap<>();
  private final Elsewhere elsewhere = new Elsewhere();
  private @Nullable Future<?> looking;

  /** Tasks that are being opened together. */
  record Opening(List<String> names, int tasks, Promise<Void> over) {}

  void add(Task task) {
    elsewhere.remove(task.run().id());
    byId.put(task.run().id(), task);
    if (task.run().name() != null) {
      byName.put(task.run().name(), task);
    }
  }

  void remove(Task task) {
    byId.remove(task.run().id(), task);
    if (task.run().name() != null) {
      byName.remove(task.run().name(), task);
    }
  }

  /** The open task of this id, or null. */
  @Nullable Task byId(String id) {
    try {
      return byId.get(new RunId(id));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The open task of this name, or null. */
  @Nullable Task byName(String name) {
    return byName.get(name);
  }

  /** The open task that its program calls so, whatever its name is; or null. */
  @Nullable Task byTaskId(String taskId) {
    var named = byName.get(taskId);
    return named != null
        ? named
        : byId.values().stream()
            .filter(task -> taskId.equals(task.progress().checklist().taskId()))
            .reduce((earlier, later) -> later)
            .orElse(null);
  }

  /** All that still go on. */
  List<Task> running() {
    return byId.values().stream().filter(task -> !task.ending()).toList();
  }

  /** How many are open or are being opened. */
  int count() {
    return byId.size() + openings.stream().mapToInt(Opening::tasks).sum();
  }

  boolean isEmpty() {
    return byId.isEmpty() && openings.isEmpty() && elsewhere.count() == 0 && looking == null;
  }

  /** Those that are not open here. */
  Elsewhere elsewhere() {
    return elsewhere;
  }

  /** These are all of theirs, as the database has them. */
  void see(List<Whereabouts> all) {
    elsewhere.see(all.stream().filter(run -> !byId.containsKey(run.runId())).toList());
  }

  /** Whether it is clear without a look into the database which runs these are about. */
  boolean know(List<Emission> emissions) {
    return emissions.stream().map(Emission::run).allMatch(run -> run != null && know(run));
  }

  private boolean know(String run) {
    return byName(run) != null || byId(run) != null || elsewhere.named(run) != null;
  }

  /** A look into the database that is under way, or null. */
  @Nullable Future<?> looking() {
    return looking;
  }

  /** Looks, until this completes. */
  void looking(Future<?> look) {
    looking = look;
    look.onComplete(seen -> looking = null);
  }

  /** Tasks are being opened from now on, those of them that have one under these names. */
  Opening open(Collection<String> names, int tasks) {
    var opening = new Opening(List.copyOf(names), tasks, Promise.promise());
    openings.add(opening);
    names.forEach(name -> byOpening.put(name, opening));
    return opening;
  }

  /** They are open, or will not be. */
  void opened(Opening opening) {
    openings.remove(opening);
    opening.names().forEach(byOpening::remove);
    opening.over().complete();
  }

  /** Completes when it is clear what became of the name; null when nobody opens it. */
  @Nullable Future<Void> opening(String name) {
    var opening = byOpening.get(name);
    return opening == null ? null : opening.over().future();
  }

  /** Completes when it is clear what became of the one that is being opened; null for none. */
  @Nullable Future<Void> anyOpening() {
    return openings.isEmpty() ? null : openings.getFirst().over().future();
  }
}
