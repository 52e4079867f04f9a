package dev.hatchery.task;

import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One owner's open tasks, and the names under which further ones are being opened. */
final class OpenTasks {
  private final Map<RunId, Task> byId = new LinkedHashMap<>();
  private final Map<String, Task> byName = new HashMap<>();
  private final Map<String, Promise<Void>> opening = new HashMap<>();
  private int opened;

  void add(Task task) {
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
    return byId.values().isEmpty() ? null : find(id);
  }

  private @Nullable Task find(String id) {
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
    return byId.size() + opened;
  }

  boolean isEmpty() {
    return count() == 0;
  }

  /** Names that are being opened from now on, and how many tasks in all. */
  void open(Collection<String> names, int tasks) {
    opened += tasks;
    names.forEach(name -> opening.put(name, Promise.promise()));
  }

  /** They are open, or will not be. */
  void opened(Collection<String> names, int tasks) {
    opened -= tasks;
    names.forEach(name -> Optional.ofNullable(opening.remove(name)).ifPresent(Promise::complete));
  }

  /** Completes when it is clear what became of the name; null when nobody opens it. */
  @Nullable Future<Void> opening(String name) {
    var promise = opening.get(name);
    return promise == null ? null : promise.future();
  }
}
