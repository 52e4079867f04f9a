package dev.hatchery;

import dev.hatchery.cli.Checkups;
import dev.hatchery.config.Config;
import dev.hatchery.llm.catalog.Models;
import dev.hatchery.llm.storyteller.Storyteller;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tries the model of some settings for real, by one token, in an engine of its own. */
final class Doctor implements Checkups {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public List<Finding> of(Config config) {
    var vertx = Vertx.vertx();
    try {
      return List.of(model(vertx, config).await());
    } finally {
      vertx.close().await();
    }
  }

  private static Future<Finding> model(Vertx vertx, Config config) {
    return new Models(
            config.llm(),
            System.getenv(),
            engine -> new Storyteller(engine, config.storyteller().pace()))
        .check(vertx)
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(checkup -> new Finding("model", checkup.well(), checkup.sentence()))
        .otherwise(
            failure ->
                new Finding(
                    "model",
                    false,
                    "The model did not answer within %d s; see llm in the settings."
                        .formatted(PATIENCE.toSeconds())));
  }
}
