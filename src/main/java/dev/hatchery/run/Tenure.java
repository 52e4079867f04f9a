package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's lease. Where it could not be renewed in time, all that works under it is told to
 * stop before anything else; then the node enters anew and holds nothing. Lives on one event loop.
 */
final class Tenure {
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Vertx vertx;
  private final Bus bus;
  private final Identity self;
  private final Lease lease;
  private final Supplier<Leasing.Renew> renewal;
  private final Metrics metrics;
  private boolean lost;
  private boolean leaving;
  private boolean ended;
  private boolean renewing;
  private boolean changed;
  private long deadline;
  private long due;

  /**
   * A tenure that has not begun.
   *
   * @param renewal what the others are to know of this node now
   */
  Tenure(
      Vertx vertx,
      Bus bus,
      Identity self,
      Lease lease,
      Supplier<Leasing.Renew> renewal,
      Metrics metrics) {
    this.vertx = vertx;
    this.bus = bus;
    this.self = self;
    this.lease = lease;
    this.renewal = renewal;
    this.metrics = metrics;
  }

  /** The node has entered: from now on its lease is renewed. */
  void begin() {
    watch();
    next(APART);
  }

  /** What the others are to know has changed, and is told them at once. */
  void tell() {
    changed = renewing;
    if (!renewing && vertx.cancelTimer(due)) {
      renew();
    }
  }

  /** The node takes nothing more: once it has let go of its work it does not come back. */
  void leave() {
    leaving = true;
    tell();
  }

  /** The node leaves of its own accord. */
  void end() {
    ended = true;
    lease.lose();
  }

  /** The next one follows when this one has succeeded or failed: there are never two at once. */
  private void renew() {
    if (lapsed()) {
      return;
    }
    renewing = true;
    var since = lease.now();
    var term = lease.term();
    bus.ask(Addresses.RENEW, renewal.get())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(answered -> renewing = false)
        .onSuccess(
            renewed -> {
              if (term == lease.term()) {
                renewed(since, renewed);
              }
            })
        .onFailure(
            failure -> {
              if (term == lease.term()) {
                notRenewed(failure);
              }
            });
  }

  private void notRenewed(Throwable failure) {
    metrics.leases().late();
    LOG.warn("The lease could not be renewed yet: {}", failure.getMessage());
    next(AGAIN);
  }

  private void renewed(long since, Leasing.Renewed renewed) {
    if (!renewed.known()) {
      LOG.error("Another process has taken the name {}; nothing is worked on here", self.name());
      lease.lose();
    }
    if (!lease.renew(since)) {
      lapsed();
      return;
    }
    metrics.leases().held(renewed.held().size());
    bus.announce(Addresses.RENEWED, renewed);
    bus.ask(Addresses.RECALL_NODES, new Leasing.ListNodes())
        .onSuccess(known -> metrics.leases().nodes(known.nodes()));
    watch();
    next(changed ? AT_ONCE : APART);
    changed = false;
  }

  /** Also where no renewal is answered it is noticed in the moment when the lease ends. */
  private void watch() {
    vertx.cancelTimer(deadline);
    deadline = vertx.setTimer(Math.max(1, lease.left().toMillis()), end -> watchOrLapse());
  }

  private void watchOrLapse() {
    if (!lapsed()) {
      watch();
    }
  }

  /** Whether the lease has ended, which is heeded once. */
  private boolean lapsed() {
    if (lease.valid()) {
      return false;
    }
    if (!lost && !ended) {
      lost = true;
      bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());
      lease.lose();
      if (!leaving) {
        lapse();
      }
    }
    return true;
  }

  private void lapse() {
    metrics.leases().lapsed();
    LOG.warn("The lease was not renewed in time; all work is left to whoever goes on with it");
    vertx.setTimer(AGAIN.toMillis(), waited -> comeBack());
  }

  private void comeBack() {
    if (ended || leaving) {
      return;
    }
    var since = lease.now();
    enter()
        .onSuccess(
            released -> {
              lost = false;
              lease.begin(since);
              LOG.info("{} works again", self.name());
              bus.announce(Addresses.RUNS_WAIT, new Leasing.Waiting());
              begin();
            })
        .onFailure(
            failure -> {
              LOG.debug("{} cannot work yet: {}", self.name(), failure.getMessage());
              vertx.setTimer(AGAIN.toMillis(), waited -> comeBack());
            });
  }

  /** What it held before is let go of first: nobody here works on it any more. */
  private Future<Storage.Saved> enter() {
    var now = renewal.get();
    return bus.ask(
            Addresses.ENTER,
            new Leasing.Enter(self.name(), self.incarnation(), now.address(), self.version()))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .compose(
            entered ->
                entered.other() == null
                    ? Future.succeededFuture()
                    : Future.failedFuture("another process has its name"))
        .compose(
            in -> bus.ask(Addresses.RELEASE_RUNS, new Storage.ReleaseRuns(self.name(), false)));
  }

  /** One that failed only after the lease had lapsed may have set the timer already. */
  private void next(Duration pause) {
    vertx.cancelTimer(due);
    due = vertx.setTimer(pause.toMillis(), over -> renew());
  }
}
