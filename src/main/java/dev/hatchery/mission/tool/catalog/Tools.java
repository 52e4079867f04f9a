package dev.hatchery.mission.tool.catalog;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Missions;
import dev.hatchery.mission.tool.Calculate;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.mission.tool.Write;
import dev.hatchery.mission.tool.custom.UserTools;
import dev.hatchery.mission.tool.web.AllowedDomains;
import dev.hatchery.mission.tool.web.WebExtract;
import dev.hatchery.mission.tool.web.WebSearch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** The tools that the settings name, and those that are built in. */
public final class Tools {
  private final Missions settings;
  private final boolean prose;
  private final Map<String, String> environment;
  private final Path runs;

  /**
   * The tools of these settings.
   *
   * @param prose whether the chosen model writes prose
   * @param environment ours, of which commands get a few variables
   * @param runs where each run has a folder while it works
   */
  public Tools(Missions settings, boolean prose, Map<String, String> environment, Path runs) {
    this.settings = settings;
    this.prose = prose;
    this.environment = Map.copyOf(environment);
    this.runs = runs;
  }

  /**
   * Opens them on the verticle that will use them; no connection, no process yet.
   *
   * @throws dev.hatchery.config.ConfigException with a sentence when one can never work
   */
  public Future<Toolbox> open(Vertx vertx, Bus bus) {
    var engine = settings.searchUrl();
    var domains = new AllowedDomains(settings.allowedDomains());
    var tools = new ArrayList<Tool>();
    tools.add(new Calculate());
    tools.add(new WebSearch(vertx, engine.toString().isEmpty() ? null : engine));
    tools.add(new WebExtract(vertx, domains));
    var ours = new UserTools(vertx, environment, runs);
    var added = new TreeMap<>(settings.tools());
    return Write.open(bus, prose)
        .map(
            write -> {
              tools.add(write);
              added.forEach((name, entry) -> tools.add(ours.tool(name, entry)));
              return new Toolbox(tools);
            });
  }
}
