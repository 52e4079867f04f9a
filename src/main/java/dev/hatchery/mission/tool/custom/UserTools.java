package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.ConfigException;
import dev.hatchery.config.ToolEntry;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;

/** Makes the tools that the settings add. */
public final class UserTools {
  private final Vertx vertx;
  private final Map<String, String> environment;
  private final Path runs;

  /**
   * For the verticle that will use them.
   *
   * @param environment ours, of which commands get a few variables
   * @param runs where each run has a folder while it works
   */
  public UserTools(Vertx vertx, Map<String, String> environment, Path runs) {
    this.vertx = vertx;
    this.environment = Map.copyOf(environment);
    this.runs = runs;
  }

  /**
   * The tool of an entry.
   *
   * @throws ConfigException with a sentence when it can never work
   */
  public Tool tool(String name, ToolEntry entry) {
    var url = entry.url();
    if (url != null) {
      return new HttpTool(vertx, new ToolName(name), entry, url);
    }
    try {
      return new CommandTool(vertx, new ToolName(name), entry, environment, runs);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("missions.tools.%s: %s".formatted(name, e.getMessage()));
    }
  }
}
