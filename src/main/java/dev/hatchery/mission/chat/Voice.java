package dev.hatchery.mission.chat;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one series, one look at one of its missions after the other. */
final class Voice {
  private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Bus bus;
  private final Vertx vertx;
  private final Owner owner;
  private final Series series;
  private final Set<RunId> changed = new LinkedHashSet<>();
  private boolean busy;

  Voice(Bus bus, Vertx vertx, Owner owner, Series series) {
    this.bus = bus;
    this.vertx = vertx;
    this.owner = owner;
    this.series = series;
  }

  Set<RunId> missions() {
    return series.missions();
  }

  /** Something happened to this mission. */
  void look(RunId mission) {
    changed.add(mission);
    next();
  }

  private void next() {
    if (busy || changed.isEmpty()) {
      return;
    }
    busy = true;
    var mission = changed.iterator().next();
    changed.remove(mission);
    tell(mission).onSuccess(told -> free()).onFailure(failure -> again(mission, failure));
  }

  private void free() {
    busy = false;
    next();
  }

  private Future<?> tell(RunId mission) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(owner, RunRef.of(mission)))
        .compose(found -> tell(found.run()));
  }

  private Future<?> tell(Run mission) {
    var news = series.news(mission);
    var told =
        news.isEmpty()
            ? Future.succeededFuture()
            : bus.ask(Addresses.EMIT, new Emitting.Emit(owner, news));
    return told.onSuccess(done -> series.told(mission));
  }

  /** The whole may have ended meanwhile, and then there is nothing more to tell. */
  private void again(RunId mission, Throwable failure) {
    if (ProblemException.in(failure) instanceof Problem.Conflict) {
      return;
    }
    LOG.atWarn()
        .addKeyValue(RunId.KEY, mission)
        .log("A part could not be told and is told again: {}", failure.getMessage());
    changed.add(mission);
    vertx.setTimer(BREATH.toMillis(), rested -> free());
  }
}
