package dev.hatchery;

import dev.hatchery.avatar.Checkup;
import dev.hatchery.avatar.Renderer;
import dev.hatchery.avatar.catalog.RendererTrial;
import dev.hatchery.bus.Bus;
import dev.hatchery.cli.Checkups;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigException;
import dev.hatchery.llm.catalog.Models;
import dev.hatchery.llm.storyteller.Storyteller;
import dev.hatchery.mission.tool.catalog.Tools;
import dev.hatchery.persistence.DatabaseCheckup;
import dev.hatchery.persistence.StorageException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the model, the renderer, the tools and a shared database of some settings for real, in an
 * engine of its own.
 */
final class Doctor implements Checkups {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
  private static final Duration TRIAL_MOST = Duration.ofMinutes(1);

  private final Map<String, String> environment;

  /**
   * A doctor for the programs that these variables lead to.
   *
   * @param environment ours, of which child processes get a few variables
   */
  Doctor(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void examine(Config config, boolean paint, Consumer<Finding> found) {
    var vertx = Vertx.vertx();
    try {
      found.accept(model(vertx, config));
      found.accept(renderer(vertx, config, paint));
      found.accept(tools(vertx, config));
      if (config.database().present()) {
        found.accept(database(config));
      }
    } finally {
      vertx.close().await();
    }
  }

  private Models models(Config config) {
    return new Models(
        config.llm(), environment, engine -> new Storyteller(engine, config.storyteller().pace()));
  }

  private Finding model(Vertx vertx, Config config) {
    var model = models(config).open(vertx);
    var checkup = model.check().await();
    // What is well names itself.
    var named = checkup.well() ? checkup.sentence() : model.name() + ": " + checkup.sentence();
    return new Finding("model", checkup.well(), named);
  }

  /** A built-in tool may lack its settings; one that somebody has added should work. */
  private Finding tools(Vertx vertx, Config config) {
    var missions = config.missions();
    var runs = config.data().resolve("runs");
    try {
      var toolbox =
          new Tools(missions, models(config).prose(), environment, runs)
              .open(vertx, Bus.open(vertx))
              .await();
      var broken =
          toolbox.tools().stream()
              .filter(tool -> missions.tools().containsKey(tool.name().value()))
              .anyMatch(tool -> tool.lacks() != null);
      return new Finding("tools", !broken, toolbox.toString());
    } catch (ConfigException e) {
      return new Finding("tools", false, Objects.toString(e.getMessage()));
    }
  }

  private static Finding database(Config config) {
    try {
      return new Finding("database", true, new DatabaseCheckup(config.database()).sentence());
    } catch (StorageException e) {
      return new Finding("database", false, Objects.toString(e.getMessage()));
    }
  }

  private static Finding renderer(Vertx vertx, Config config, boolean paint) {
    var chosen = new ConfiguredRenderer(config);
    var checkup = checkup(vertx, chosen, paint);
    return new Finding(
        "renderer", checkup.well(), "%s: %s".formatted(chosen.name(), checkup.sentence()));
  }

  private static Checkup checkup(Vertx vertx, ConfiguredRenderer chosen, boolean paint) {
    try {
      var looked = chosen.opened().apply(vertx).check().await();
      if (!looked.well()) {
        return looked;
      }
      if (paint) {
        return painted(chosen.opened().apply(vertx), chosen.most());
      }
      return chosen.ours()
          ? painted(chosen.smallest().apply(vertx), TRIAL_MOST)
          : Checkup.well(looked.sentence() + " Whether it paints, doctor --paint tells.");
    } catch (ConfigException e) {
      return Checkup.ill(Objects.toString(e.getMessage()));
    }
  }

  private static Checkup painted(Renderer renderer, Duration most) {
    try {
      var folder = Files.createTempDirectory("hatchery-doctor");
      try {
        return new RendererTrial(renderer, folder.resolve("trial"), most).paint();
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      return Checkup.ill("There is no place for its picture: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Checkup.ill("It was interrupted.");
    }
  }

  /** What stays of it says nothing about the renderer. */
  private static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", folder, e);
    }
  }
}
