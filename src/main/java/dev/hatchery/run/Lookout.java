package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for runs that nobody holds: each second among several nodes, when somebody says that there
 * are some, and in the moment when the lease of another node runs out. The only node just waits for
 * the leases of those that were there before it.
 */
final class Lookout {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final Duration APART = Duration.ofSeconds(1);

  /** A lease holds to the end of its last millisecond. */
  private static final Duration A_LITTLE = Duration.ofMillis(5);

  private final Vertx vertx;
  private final Bus bus;
  private final Identity self;
  private final Consumer<Leasing.Prospect> found;
  private @Nullable Long ahead;
  private boolean looking;

  /**
   * One who does not look yet.
   *
   * @param found hears what there is, each time
   */
  Lookout(Vertx vertx, Bus bus, Identity self, Consumer<Leasing.Prospect> found) {
    this.vertx = vertx;
    this.bus = bus;
    this.self = self;
    this.found = found;
  }

  Future<Void> begin() {
    look();
    if (self.alone()) {
      return Future.succeededFuture();
    }
    vertx.setPeriodic(APART.toMillis(), due -> look());
    return bus.listen(Addresses.RUNS_WAIT, hint -> look());
  }

  private void look() {
    if (!looking) {
      looking = true;
      bus.ask(Addresses.LOOK_FOR_WORK, new Leasing.Look(self.name()))
          .onComplete(answer -> looking = false)
          .onSuccess(this::seen)
          .onFailure(failure -> LOG.debug("Nobody could look for work: {}", failure.getMessage()));
    }
  }

  private void seen(Leasing.Prospect prospect) {
    var soonest = prospect.soonest();
    if (ahead != null) {
      vertx.cancelTimer(ahead);
      ahead = null;
    }
    if (soonest != null) {
      ahead = vertx.setTimer(soonest.plus(A_LITTLE).toMillis(), due -> look());
    }
    found.accept(prospect);
  }
}
