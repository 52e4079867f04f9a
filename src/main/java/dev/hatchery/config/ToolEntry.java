package dev.hatchery.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool of missions: either a command on this machine, or a server.
 *
 * @param serves what it can be asked for; not empty
 * @param confidence how good it is before anything is learned of it, 0 to 1
 * @param command its arguments, with {@code {objective} {scope} {output}}; empty for a server
 * @param env what the command's environment has besides the few variables that every child gets
 * @param url where the server is, or null for a command
 * @param method how the server is asked
 * @param apiKey opens the server, may be none
 * @param timeout how long one use may take
 * @param repeatable whether using it again for the same mission, after a crash, does no harm
 */
public record ToolEntry(
    Set<Purpose> serves,
    double confidence,
    List<String> command,
    Map<String, String> env,
    @Nullable URI url,
    Method method,
    Secret apiKey,
    Duration timeout,
    boolean repeatable) {

  public ToolEntry {
    serves = Set.copyOf(serves);
    command = List.copyOf(command);
    env = Map.copyOf(env);
    Check.that(!serves.isEmpty(), "a tool's serves must name what it can be asked for");
    Check.that(
        confidence >= 0 && confidence <= 1,
        "a tool's confidence must be 0 to 1, was %s",
        Check.plain(confidence));
    Check.that(command.isEmpty() == (url != null), "a tool has a command or a url, and not both");
    if (url != null) {
      Check.address("a tool's url", url);
    }
    Check.positive("a tool's timeout", timeout);
  }

  /** What a tool can be asked for. */
  public enum Purpose {
    @JsonProperty("search")
    SEARCH,
    @JsonProperty("extract")
    EXTRACT,
    @JsonProperty("calculate")
    CALCULATE,
    @JsonProperty("write")
    WRITE
  }

  /** How a server is asked. */
  public enum Method {
    /** With the call as JSON in the body. */
    POST,
    /** With the objective in the query. */
    GET
  }
}
