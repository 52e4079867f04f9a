package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.terminal.Watchdog;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the watchdog of a node among several: every renewal of the lease is a sign of life, and
 * without one the children end before another node may go on. Event loop.
 */
public final class WatchdogVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WatchdogVerticle.class);

  /** A sleeper who would have let go by now; the others wait two seconds longer. */
  private static final Duration SILENCE = Lease.TRUSTED.plusMillis(500);

  private final Bus bus;
  private final Path runs;
  private @Nullable Watchdog watchdog;

  /** One for the children whose records are in these directories. */
  public WatchdogVerticle(Bus bus, Path runs) {
    this.bus = bus;
    this.runs = runs;
  }

  /** A system that has no such means is told of, and works without. */
  @Override
  public Future<?> start() {
    return vertx
        .executeBlocking(() -> Watchdog.start(SILENCE, runs))
        .onSuccess(started -> watchdog = started)
        .onFailure(
            failure ->
                LOG.warn(
                    "Nobody ends the children of this process while it sleeps: {}",
                    failure.getMessage()))
        .otherwiseEmpty()
        .compose(any -> bus.listen(Addresses.RENEWED, renewed -> live()));
  }

  @Override
  public Future<?> stop() {
    var started = watchdog;
    return started == null
        ? Future.succeededFuture()
        : vertx.executeBlocking(
            () -> {
              started.close();
              return started;
            });
  }

  private void live() {
    if (watchdog != null) {
      watchdog.alive();
    }
  }
}
