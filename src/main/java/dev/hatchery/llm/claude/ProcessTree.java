package dev.hatchery.llm.claude;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process and all that came from it; whoever has once been seen is not forgotten. */
final class ProcessTree {
  private final ProcessHandle root;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** Asks all to end, and ends those that have not after {@code grace}; does not wait. */
  void stop(Duration grace) {
    look().forEach(ProcessHandle::destroy);
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> look().forEach(ProcessHandle::destroyForcibly));
  }

  private synchronized Set<ProcessHandle> look() {
    known.add(root);
    // A process whose parent has ended has become somebody else's child: ask each that is known.
    for (var process : Set.copyOf(known)) {
      process.descendants().forEach(known::add);
    }
    return Set.copyOf(known);
  }
}
