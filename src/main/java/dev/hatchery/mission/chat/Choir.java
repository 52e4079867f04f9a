package dev.hatchery.mission.chat;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Part;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Streaming;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unfinished series whose whole this node keeps; told anew whenever something happens to a
 * part. Should two nodes tell one for a while, each telling is recorded once.
 */
final class Choir {
  private static final Logger LOG = LoggerFactory.getLogger(Choir.class);
  private static final int RECALLED_MOST = 1000;
  private static final String CANCELLED = "cancelled";
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Bus bus;
  private final Vertx vertx;
  private final String node;
  private final Map<RunId, Voice> byWhole = new HashMap<>();
  private final Map<RunId, Voice> byMission = new HashMap<>();

  Choir(Bus bus, Vertx vertx, String node) {
    this.bus = bus;
    this.vertx = vertx;
    this.node = node;
  }

  /** Takes up those that are unfinished in storage. */
  Future<Void> recall() {
    return recall(whole -> true);
  }

  /** This node keeps a run from now on that another one, or nobody, kept before. */
  void kept(Emitting.Kept kept) {
    var name = kept.name();
    if (name != null && name.startsWith(Telling.SERIES) && !byWhole.containsKey(kept.runId())) {
      recall(kept.runId()::equals).onFailure(failure -> again(kept, failure));
    }
  }

  private void again(Emitting.Kept kept, Throwable failure) {
    LOG.atWarn()
        .addKeyValue(RunId.KEY, kept.runId())
        .log("Its parts could not be found and are looked for again: {}", failure.getMessage());
    vertx.setTimer(BREATH.toMillis(), rested -> kept(kept));
  }

  private Future<Void> recall(Predicate<RunId> wanted) {
    return bus.ask(
            Addresses.LIST_RUNS,
            new Storage.ListRuns(null, null, RunKind.MISSION, 0, RECALLED_MOST))
        .map(
            found ->
                found.runs().reversed().stream()
                    .filter(run -> part(run) != null && wanted.test(whole(run)))
                    .collect(Collectors.groupingBy(Choir::whole)))
        .compose(series -> Future.join(recalled(series)).otherwiseEmpty().mapEmpty());
  }

  private List<Future<?>> recalled(Map<RunId, List<Run>> series) {
    var recalled = new ArrayList<Future<?>>();
    series.forEach((whole, missions) -> recalled.add(recall(whole, missions)));
    return recalled;
  }

  /** One that cannot be found keeps nobody from the others. */
  private Future<?> recall(RunId whole, List<Run> missions) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(whole)))
        .onSuccess(found -> goOn(found.run(), missions))
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue(RunId.KEY, whole)
                    .log("What its parts come to cannot be told: {}", failure.getMessage()));
  }

  private void goOn(Run whole, List<Run> missions) {
    if (whole.status() == RunStatus.CANCELLED) {
      missions.stream()
          .filter(mission -> !mission.status().ended())
          .forEach(mission -> cancel(mission.owner(), mission.id()));
    } else if (!whole.status().ended()
        && node.equals(whole.node())
        && !byWhole.containsKey(whole.id())) {
      follow(whole.owner(), whole.id(), missions);
    }
  }

  /** Tells these missions as one from now on. */
  void follow(Owner owner, RunId whole, List<Run> missions) {
    var weights = new LinkedHashMap<RunId, Double>();
    missions.forEach(run -> weights.put(run.id(), Objects.requireNonNull(part(run)).weight()));
    var voice = new Voice(bus, vertx, owner, new Series(whole, weights));
    byWhole.put(whole, voice);
    weights.keySet().forEach(mission -> byMission.put(mission, voice));
    weights.keySet().forEach(voice::look);
  }

  /** The feed has no gap, also where the bus has lost what another node committed. */
  void hear(Streaming.Fed fed) {
    for (var frame : fed.frames()) {
      var event = frame.event();
      var voice = byMission.get(event.runId());
      if (voice != null) {
        voice.look(event.runId());
      } else if (event.ending()) {
        over(event);
      }
    }
  }

  /** Whoever cancels the whole wants none of its parts. */
  private void over(Event ending) {
    var voice = byWhole.remove(ending.runId());
    if (voice == null) {
      return;
    }
    byMission.keySet().removeAll(voice.missions());
    if (ending.type().equals(CANCELLED)) {
      voice.missions().forEach(mission -> cancel(ending.about().owner(), mission));
    }
  }

  private void cancel(Owner owner, RunId mission) {
    bus.ask(Addresses.CANCEL, new Running.Cancel(owner, RunRef.of(mission)))
        .onFailure(
            failure ->
                LOG.atDebug()
                    .addKeyValue(RunId.KEY, mission)
                    .log("A part was not cancelled: {}", failure.getMessage()));
  }

  private static @Nullable Part part(Run run) {
    return run.order() instanceof Order.Pursue pursue ? pursue.part() : null;
  }

  private static RunId whole(Run run) {
    return Objects.requireNonNull(part(run)).whole();
  }
}
