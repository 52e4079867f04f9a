package dev.hatchery.mission.tool.custom;

import java.util.List;
import java.util.Map;

/**
 * What is to be started.
 *
 * @param argv the program and its arguments
 * @param environment all it gets, nothing is inherited
 * @param folder where it runs
 */
record Command(List<String> argv, Map<String, String> environment, RunFolder folder) {
  Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }
}
