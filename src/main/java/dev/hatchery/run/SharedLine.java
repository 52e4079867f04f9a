package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/**
 * The line of several nodes: the database knows who waits, and one of the nodes tells them. Should
 * two do so for a while, the journal takes each event once.
 */
final class SharedLine implements Line {
  private final Bus bus;
  private final RunKind kind;
  private final Outlook outlook;
  private Map<RunId, Integer> told = Map.of();

  SharedLine(Bus bus, RunKind kind, Outlook outlook) {
    this.bus = bus;
    this.kind = kind;
    this.outlook = outlook;
  }

  @Override
  public void add(Run run) {}

  @Override
  public void remove(RunId runId) {}

  @Override
  public int length() {
    return told.size();
  }

  @Override
  public void moved(int working) {}

  /** Another node tells them now. */
  void fallSilent() {
    told = Map.of();
  }

  /** Tells those whose place got better since this was asked last, of so many nodes. */
  void tell(int nodes) {
    bus.ask(Addresses.LIST_LINE, new Leasing.ListLine(kind))
        .onSuccess(
            line -> {
              var places = new HashMap<RunId, Integer>();
              var ahead = line.working();
              for (var waiting : line.waiting()) {
                var before = told.getOrDefault(waiting, Integer.MAX_VALUE);
                places.put(waiting, Math.min(ahead, before));
                if (ahead < before) {
                  tell(waiting, before, ahead, nodes);
                }
                ahead++;
              }
              told = places;
            });
  }

  /** What was told before, perhaps by another node, is not told again. */
  private void tell(RunId runId, int before, int ahead, int nodes) {
    bus.ask(Addresses.FIND_RUN, new Storage.FindRun(null, RunRef.of(runId)))
        .map(Storage.FoundRun::run)
        .compose(
            run ->
                run.status() == RunStatus.QUEUED
                    ? open(run, before)
                    : Future.failedFuture("it waits no more"))
        .onSuccess(
            opened ->
                bus.announce(
                    Addresses.WAITED, new Progress.Wait(runId, ahead, outlook.of(ahead, nodes))));
  }

  private Future<?> open(Run run, int before) {
    var known = before == Integer.MAX_VALUE ? run : run.behind(before);
    return bus.ask(Addresses.OPEN_PROGRESS, new Progress.Open(known));
  }
}
