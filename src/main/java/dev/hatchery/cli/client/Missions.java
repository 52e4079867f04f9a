package dev.hatchery.cli.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/**
 * What a Hatchery is asked about missions. Every method throws as those of {@link Client} do.
 *
 * <p>A mission is named by its id or its number.
 */
public final class Missions {
  private final Client client;

  Missions(Client client) {
    this.client = client;
  }

  /**
   * Proposes one.
   *
   * @param brief its {@code objective}, and what else its maker says of it
   */
  public Facts create(Map<String, ?> brief) throws IOException, Refusal {
    return client.facts(post("/missions/create", brief));
  }

  /** Approves a proposed one. */
  public Facts approve(String mission) throws IOException, Refusal {
    return client.facts(post(path(mission) + "/approve", Map.of()));
  }

  /** Lets an approved one begin, and does not wait for its end. */
  public Facts execute(String mission) throws IOException, Refusal {
    return client.facts(
        post(path(mission) + "/execute", Map.of()).header("Prefer", "respond-async"));
  }

  /** How it stands. */
  public Facts find(String mission) throws IOException, Refusal {
    return client.facts(client.to(path(mission)).GET());
  }

  /**
   * Has its brief carried out later, once or again and again.
   *
   * @param times as {@code trigger_time}, {@code recurrence}, {@code cron}, {@code time_zone}
   */
  public Facts schedule(String mission, Map<String, ?> times) throws IOException, Refusal {
    return client.facts(post(path(mission) + "/schedule", times));
  }

  /** Ends its schedule. */
  public void unschedule(String mission) throws IOException, Refusal {
    client.done(client.to(path(mission) + "/schedule").DELETE());
  }

  /** All schedules. */
  public List<Facts> schedules() throws IOException, Refusal {
    return client.facts(client.to("/schedules").GET()).list("schedules");
  }

  /** All recipes. */
  public List<Facts> recipes() throws IOException, Refusal {
    return client.facts(client.to("/recipes").GET()).list("recipes");
  }

  /** Makes a recipe of a finished mission. */
  public Facts keep(String mission, String name) throws IOException, Refusal {
    var id = find(mission).text("mission_id");
    return client.facts(post("/recipes", Map.of("mission_id", id, "name", name)));
  }

  /** Keeps a recipe no longer. */
  public void forget(String recipe) throws IOException, Refusal {
    client.done(client.to("/recipes/" + Reference.encoded(recipe)).DELETE());
  }

  /**
   * Proposes a mission by a recipe.
   *
   * @param parameters what stands in its objective, by name
   */
  public Facts fromRecipe(String recipe, Map<String, String> parameters)
      throws IOException, Refusal {
    return client.facts(
        post(
            "/missions/from-recipe/" + Reference.encoded(recipe),
            Map.of("parameters", parameters)));
  }

  private static String path(String mission) throws Refusal {
    return "/missions/" + Reference.encoded(mission);
  }

  private HttpRequest.Builder post(String path, Map<String, ?> body) {
    return client
        .to(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Facts.json(body)));
  }
}
