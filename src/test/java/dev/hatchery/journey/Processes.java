package dev.hatchery.journey;

import java.util.List;
import java.util.stream.Stream;

/** What runs on this machine. */
final class Processes {
  private Processes() {}

  /** Those whose command line has all of these words. */
  static List<ProcessHandle> saying(String... words) {
    return ProcessHandle.allProcesses()
        .filter(process -> Stream.of(words).allMatch(commandLine(process)::contains))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
