package dev.hatchery.mission.tool;

import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tools of this machine.
 *
 * @param tools configured or not, in the order in which people are told of them
 */
public record Toolbox(List<Tool> tools) {
  public Toolbox {
    tools = List.copyOf(tools);
  }

  /** Those that can be used for this. */
  public List<Tool> serving(Category category) {
    return tools.stream()
        .filter(tool -> tool.lacks() == null && tool.serves().contains(category))
        .toList();
  }

  /** The one of this name, configured or not; empty where it was taken out of the settings. */
  public Optional<Tool> find(ToolName name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  /** What those lack that can not be used, in a sentence each. */
  public List<String> lacking() {
    return tools.stream()
        .map(Tool::lacks)
        .flatMap(lack -> Optional.ofNullable(lack).stream())
        .toList();
  }

  /** Which are ready, and what the others lack. */
  @Override
  public String toString() {
    var ready =
        tools.stream()
            .filter(tool -> tool.lacks() == null)
            .map(tool -> tool.name().value())
            .collect(Collectors.joining(", "));
    return Stream.concat(Stream.of("Ready: " + ready + "."), lacking().stream())
        .collect(Collectors.joining(" "));
  }
}
