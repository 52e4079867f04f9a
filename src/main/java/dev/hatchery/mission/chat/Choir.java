package dev.hatchery.mission.chat;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Part;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All series of this node that are unfinished; told anew whenever something happens to a part. */
final class Choir {
  private static final Logger LOG = LoggerFactory.getLogger(Choir.class);
  private static final int RECALLED_MOST = 1000;
  private static final String CANCELLED = "cancelled";

  private final Bus bus;
  private final Vertx vertx;
  private final Map<RunId, Voice> byWhole = new HashMap<>();
  private final Map<RunId, Voice> byMission = new HashMap<>();

  Choir(Bus bus, Vertx vertx) {
    this.bus = bus;
    this.vertx = vertx;
  }

  /** Takes up those that are unfinished in storage. */
  Future<Void> recall() {
    return bus.ask(
            Addresses.LIST_RUNS,
            new Storage.ListRuns(null, null, RunKind.MISSION, 0, RECALLED_MOST))
        .compose(
            found ->
                Future.all(
                        found.runs().reversed().stream()
                            .filter(run -> part(run) != null)
                            .collect(Collectors.groupingBy(run -> whole(run)))
                            .entrySet()
                            .stream()
                            .map(one -> recall(one.getKey(), one.getValue()))
                            .toList())
                    .mapEmpty());
  }

  private Future<Void> recall(RunId whole, List<Run> missions) {
    return bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(whole)))
        .onSuccess(
            found -> {
              if (!found.run().status().ended()) {
                follow(found.run().owner(), whole, missions);
              }
            })
        .mapEmpty();
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

  void hear(Journal.Committed committed) {
    for (var event : committed.events()) {
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
