package dev.hatchery.terminal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process and all that came from it: its group, its descendants, those it had when it was last
 * looked at, and whoever carries its mark although it left the session. May be used by several
 * threads; its methods block for as long as they say.
 */
public final class ProcessTree {

  /** The environment variable that carries the mark; all that a process starts inherits it. */
  public static final String MARK = "HATCHERY_RUN";

  private static final int TERM = 15;
  private static final int KILL = 9;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(15);
  // Against a child that forks faster than it is killed.
  private static final int ROUNDS_MOST = 100;

  private final Optional<ProcessHandle> root;
  private final String mark;
  private final Set<ProcessHandle> known = new HashSet<>();

  private ProcessTree(Optional<ProcessHandle> root, String mark) {
    this.root = root;
    this.mark = mark;
    root.ifPresent(known::add);
  }

  /**
   * Of the process with this id.
   *
   * @param mark the value of {@link #MARK} in its environment, which no other work has
   */
  public static ProcessTree of(long pid, String mark) {
    return new ProcessTree(ProcessHandle.of(pid), mark);
  }

  /** Of whoever carries this mark, when the first of them is not known or not there any more. */
  public static ProcessTree marked(String mark) {
    return new ProcessTree(Optional.empty(), mark);
  }

  /** Remembers who belongs to it: a process whose parent has ended can no longer be asked. */
  public synchronized void observe() {
    Processes.addDescendants(known);
    known.removeIf(process -> !Processes.runs(process));
  }

  /** Who still runs. */
  public synchronized List<ProcessHandle> running() {
    Processes.marked(MARK, mark).forEach(known::add);
    observe();
    return List.copyOf(known);
  }

  /** Asks all to end, waits at most {@code grace}, then ends them; whether none is left. */
  public synchronized boolean stop(Duration grace) {
    List<ProcessHandle> running = running();
    if (running.isEmpty()) {
      return true;
    }
    signal(running, TERM);
    long deadline = System.nanoTime() + grace.toNanos();
    while (!known.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      observe();
    }
    return kill();
  }

  /** Ends all at once; whether none is left. */
  public synchronized boolean kill() {
    List<ProcessHandle> running = running();
    for (int round = 0; round < ROUNDS_MOST && !running.isEmpty(); round++) {
      signal(running, KILL);
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      running = running();
    }
    return running.isEmpty();
  }

  private void signal(List<ProcessHandle> running, int signal) {
    // A group may only be named while its leader is certainly still ours.
    root.filter(Processes::runs).ifPresent(leader -> signalGroup(leader.pid(), signal));
    Stream<ProcessHandle> each = running.stream();
    if (signal == KILL) {
      each.forEach(ProcessHandle::destroyForcibly);
    } else {
      each.forEach(ProcessHandle::destroy);
    }
  }

  // Who has stopped itself is asked in vain until it goes on.
  private static void signalGroup(long leader, int signal) {
    Processes.signalGroup(leader, signal);
    Processes.signalGroup(leader, Processes.CONTINUE);
  }
}
