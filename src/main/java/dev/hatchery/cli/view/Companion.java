package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hatches.
 *
 * @param id empty until it has hatched
 * @param standIn what of it is a stand-in, in a sentence; empty when nothing is
 */
public record Companion(
    String id, String name, String backstory, List<String> traits, String standIn) {
  /** Copies the traits. */
  public Companion {
    traits = List.copyOf(traits);
  }

  /** The companion in an event's data, or null when there is none. */
  public static @Nullable Companion in(Facts data) {
    if (data.has("agent")) {
      return of(data.at("agent"), standIn(data.at("agent").at("fallback")));
    }
    return data.has("agent_data")
        ? of(data.at("agent_data"), data.is("fallback") ? "A stand-in wrote the story." : "")
        : null;
  }

  /** Its traits in one line. */
  public String character() {
    return String.join(" · ", traits);
  }

  private static Companion of(Facts agent, String standIn) {
    return new Companion(
        agent.text("id"),
        agent.text("name"),
        agent.text("backstory"),
        agent.texts("personality_traits"),
        standIn);
  }

  private static String standIn(Facts fallback) {
    if (fallback.is("persona") && fallback.is("avatar")) {
      return "Story and picture are stand-ins.";
    }
    if (fallback.is("persona")) {
      return "The story is a stand-in.";
    }
    return fallback.is("avatar") ? "The picture is a stand-in." : "";
  }
}
