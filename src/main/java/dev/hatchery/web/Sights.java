package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.time.Clock;

/** Finds out what a filter shows. */
final class Sights {
  private Sights() {}

  /** Only an id names one run for good; a name may be given again, and a number is a name, too. */
  static Future<Sight> of(Bus bus, Clock clock, Filter filter) {
    var many = new ManyRuns(bus, filter, clock.instant());
    var run = filter.run();
    if (run == null || !isId(run.text())) {
      return Future.succeededFuture(many);
    }
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(filter.owner(), run))
        .<Sight>map(found -> new OneRun(bus, found.run(), filter))
        .recover(
            failure ->
                ProblemException.in(failure) instanceof Problem.NotFound
                    ? Future.succeededFuture(many)
                    : Future.failedFuture(failure));
  }

  private static boolean isId(String text) {
    try {
      return !new RunId(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
