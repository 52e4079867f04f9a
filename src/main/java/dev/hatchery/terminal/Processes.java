package dev.hatchery.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.pty4j.unix.PtyHelpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the operating system says about processes, where the JDK says too little. */
public final class Processes {

  /** The signal that lets a stopped process go on, which every system numbers its own way. */
  static final int CONTINUE = System.getProperty("os.name", "").startsWith("Mac") ? 19 : 18;

  private static final Path PROC = Path.of("/proc");
  private static final int START_TICKS = 19;

  private Processes() {}

  /** Whether it runs; a zombie, which the JDK takes for alive, does not. */
  public static boolean runs(ProcessHandle process) {
    return process.isAlive()
        && stat(process.pid())
            .filter(stat -> stat.startsWith("Z") || stat.startsWith("X"))
            .isEmpty();
  }

  /**
   * When it started, in a form that stays the same over restarts of ours and differs for every
   * process that ever gets its id.
   */
  public static Optional<String> started(long pid) {
    // Wall-clock times move when the clock is set, so where there are ticks since boot, use those.
    Optional<String> ticks = stat(pid).map(stat -> boot() + ":" + stat.split(" ")[START_TICKS]);
    return ticks.or(
        () ->
            ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(instant -> Long.toString(instant.toEpochMilli())));
  }

  /** All processes of ours with this variable in their environment; none where there is no proc. */
  public static Stream<ProcessHandle> marked(String variable, String value) {
    String wanted = "\0" + variable + "=" + value + "\0";
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self)
        .filter(process -> environment(process.pid()).contains(wanted));
  }

  /** Adds the children of those given, and theirs, from one look at all processes. */
  static void addDescendants(Set<ProcessHandle> processes) {
    Map<ProcessHandle, List<ProcessHandle>> children =
        ProcessHandle.allProcesses()
            .filter(process -> process.parent().isPresent())
            .collect(Collectors.groupingBy(process -> process.parent().orElse(process)));
    Deque<ProcessHandle> parents = new ArrayDeque<>(processes);
    while (!parents.isEmpty()) {
      for (ProcessHandle child : children.getOrDefault(parents.remove(), List.of())) {
        if (processes.add(child)) {
          parents.add(child);
        }
      }
    }
  }

  static void signalGroup(long pid, int signal) {
    PtyHelpers.getInstance().killpg((int) pid, signal);
  }

  private static String environment(long pid) {
    try {
      return "\0" + Files.readString(proc(pid, "environ"), ISO_8859_1) + "\0";
    } catch (IOException e) {
      return "";
    }
  }

  private static String boot() {
    try {
      return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  // The state and what follows it; the name before it is in brackets and may contain anything.
  private static Optional<String> stat(long pid) {
    try {
      String stat = Files.readString(proc(pid, "stat"), ISO_8859_1);
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path proc(long pid, String file) {
    return PROC.resolve(Long.toString(pid)).resolve(file);
  }
}
