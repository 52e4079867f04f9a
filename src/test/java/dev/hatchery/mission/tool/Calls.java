package dev.hatchery.mission.tool;

import dev.hatchery.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;

/** Uses of tools for tests. */
public final class Calls {
  private Calls() {}

  /** A use that nobody stops and nobody listens to. */
  public static Call of(String objective) {
    return of(objective, Promise.<Void>promise().future(), (fraction, message) -> {});
  }

  /** A use that {@code stopped} ends when it fails. */
  public static Call of(String objective, Future<Void> stopped, ToolListener listener) {
    return new Call(
        RunId.random(), objective, null, List.of(), Duration.ofSeconds(20), listener, stopped);
  }
}
