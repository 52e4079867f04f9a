package dev.hatchery.task;

import dev.hatchery.protocol.Emitting.Whereabouts;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One owner's open tasks that are not open on this node, as they were seen last. */
final class Elsewhere {
  private final Map<RunId, Whereabouts> seen = new LinkedHashMap<>();

  /** These are all there are. */
  void see(Collection<Whereabouts> all) {
    seen.clear();
    all.forEach(one -> seen.put(one.runId(), one));
  }

  /** Another node holds this run. */
  void see(Run run) {
    seen.put(run.id(), new Whereabouts(run.id(), run.name(), null, run.node()));
  }

  void remove(RunId runId) {
    seen.remove(runId);
  }

  /** Where they are is to be looked up anew. */
  void forget() {
    seen.clear();
  }

  List<Whereabouts> all() {
    return List.copyOf(seen.values());
  }

  int count() {
    return seen.size();
  }

  /** The one of this name or id, or null. */
  @Nullable Whereabouts named(String name) {
    return last(one -> name.equals(one.name()) || name.equals(one.runId().value()));
  }

  /** The one that its program calls so, whatever its name is; or null. */
  @Nullable Whereabouts called(String taskId) {
    var named = named(taskId);
    return named == null ? last(one -> taskId.equals(one.taskId())) : named;
  }

  private @Nullable Whereabouts last(Predicate<Whereabouts> meant) {
    return seen.values().stream().filter(meant).reduce((earlier, later) -> later).orElse(null);
  }
}
