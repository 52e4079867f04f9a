package dev.hatchery.mission.tool;

import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of a tool.
 *
 * @param objective the user's words, untrusted, as are scope and constraints
 * @param patience how long it may take in all
 * @param stopped fails once nobody wants the answer any longer; then every request and process of
 *     the tool has to end within a second
 */
public record Call(
    RunId runId,
    String objective,
    @Nullable String scope,
    List<String> constraints,
    Duration patience,
    ToolListener listener,
    Future<Void> stopped) {
  public Call {
    constraints = List.copyOf(constraints);
  }

  /** Objective, scope and constraints together, as whoever has to understand them reads them. */
  public String words() {
    var words = new StringBuilder("Objective: ").append(objective);
    if (scope != null) {
      words.append("\nScope: ").append(scope);
    }
    constraints.forEach(constraint -> words.append("\nConstraint: ").append(constraint));
    return words.toString();
  }
}
