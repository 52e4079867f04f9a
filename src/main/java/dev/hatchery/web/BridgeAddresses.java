package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Clock;

/**
 * What clients of the bridge may listen to. An address is looked up here for its client and is
 * never one of the event bus, so nobody can guess their way to a conversation of our own.
 */
final class BridgeAddresses {
  private static final String ALL = "runs";
  private static final String ONE = "run.";

  private final Bus bus;
  private final Clock clock;

  BridgeAddresses(Bus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** What an address shows to this owner; a run that is not theirs is not found. */
  Future<Sight> sight(Owner owner, String address) {
    if (address.equals(ALL)) {
      return Future.succeededFuture(new ManyRuns(bus, Filter.of(owner), clock.instant()));
    }
    if (address.startsWith(ONE)) {
      var run = Ids.run(address.substring(ONE.length()));
      return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(owner, run))
          .map(found -> OneRun.all(bus, found.run()));
    }
    return Future.failedFuture(denied());
  }

  /** The same for everything that is not on a list. */
  static Refusal denied() {
    return Refusal.foreign(
        "access_denied",
        "Listen to run.ID or runs, send to hatchery.hatch, hatchery.emit or hatchery.cancel.");
  }
}
