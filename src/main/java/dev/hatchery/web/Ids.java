package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.RunRef;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Function;

/** The ids in addresses. What cannot be an id is not found, just as what is not the asker's. */
final class Ids {
  static final String NO_MISSION = "There is no such mission.";

  private Ids() {}

  static RunRef run(RoutingContext ctx) {
    return run(Objects.toString(ctx.pathParam("id")));
  }

  static RunRef run(String text) {
    return id(text, RunRef::new, "There is no such run.");
  }

  static RunRef mission(RoutingContext ctx) {
    return mission(Objects.toString(ctx.pathParam("id")));
  }

  static RunRef mission(String text) {
    return id(text, RunRef::new, NO_MISSION);
  }

  static AgentId agent(RoutingContext ctx) {
    return id(Objects.toString(ctx.pathParam("id")), AgentId::new, "There is no such companion.");
  }

  static RecipeId recipe(RoutingContext ctx) {
    return id(Objects.toString(ctx.pathParam("id")), RecipeId::new, "There is no such recipe.");
  }

  static ArtifactId artifact(RoutingContext ctx) {
    return id(Objects.toString(ctx.pathParam("id")), ArtifactId::new, "There is no such artifact.");
  }

  private static <T> T id(String text, Function<String, T> form, String sentence) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.NotFound(sentence));
    }
  }
}
