package dev.hatchery.mission.chat;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.mission.IntentRules;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Part;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes missions of what is said in a chat, and tells several of them as one; event loop. */
public final class ChatVerticle extends VerticleBase {
  private static final int TITLE_MOST = 200;
  private static final int NAME_LENGTH = 8;

  private final Bus bus;
  private final String node;
  private final IntentRules rules = new IntentRules();
  private final Interpreter interpreter;
  private @Nullable Choir choir;

  /**
   * A chat of this node.
   *
   * @param leastConfidence below which an objective is not understood, 0 to 1
   */
  public ChatVerticle(Bus bus, String node, double leastConfidence) {
    this.bus = bus;
    this.node = node;
    this.interpreter =
        new Interpreter(objective -> rules.classify(objective).confidence(), leastConfidence);
  }

  /** Goes on telling what a stop or a kill has left untold, then answers. */
  @Override
  public Future<?> start() {
    var all = new Choir(bus, vertx, node);
    choir = all;
    return Future.all(bus.listen(Addresses.FED, all::hear), bus.listen(Addresses.KEPT, all::kept))
        .compose(listening -> all.recall())
        .compose(recalled -> bus.answerLater(Addresses.SAY, this::hear));
  }

  private Future<Missions.Heard> hear(Missions.Say say) {
    return switch (interpreter.read(say.message())) {
      case Wish.OneStep one -> propose(say.owner(), one.objective(), null).map(ChatVerticle::heard);
      case Wish.Steps steps -> series(say, steps.objectives());
      case Wish.Change change -> change(say.owner(), change);
      case Wish.Unclear unclear -> asked(unclear.question());
    };
  }

  private Future<Run> propose(Owner owner, String objective, @Nullable Part part) {
    var brief = new Brief(objective, null, List.of(), Brief.Priority.NORMAL, null);
    return bus.ask(Addresses.PROPOSE, new Missions.Propose(owner, brief, null, part))
        .map(Running.Submitted::run);
  }

  private static Missions.Heard heard(Run mission) {
    return new Missions.Heard(List.of(mission), null, List.of(), null);
  }

  private static Future<Missions.Heard> asked(String question) {
    return Future.succeededFuture(new Missions.Heard(List.of(), null, List.of(), question));
  }

  private Future<Missions.Heard> series(Missions.Say say, List<String> objectives) {
    var weights =
        Weights.of(objectives.stream().map(rules::classify).map(Intent::category).toList());
    var started =
        new Telling(Telling.SERIES + RunId.random().value().substring(0, NAME_LENGTH))
            .started(title(say.message()));
    return bus.ask(Addresses.EMIT, new Emitting.Emit(say.owner(), List.of(started)))
        .map(emitted -> emitted.places().getFirst().runId())
        .compose(
            whole ->
                proposeAll(say.owner(), whole, objectives, weights)
                    .onSuccess(missions -> follow(say.owner(), whole, missions))
                    .map(missions -> new Missions.Heard(missions, whole, List.of(), null)));
  }

  private Future<List<Run>> proposeAll(
      Owner owner, RunId whole, List<String> objectives, List<Double> weights) {
    var proposed = new ArrayList<Run>();
    var last = Future.<Boolean>succeededFuture();
    for (var i = 0; i < objectives.size(); i++) {
      var objective = objectives.get(i);
      var part = new Part(whole, weights.get(i));
      last = last.compose(before -> propose(owner, objective, part).map(proposed::add));
    }
    return last.map(all -> List.copyOf(proposed))
        .recover(failure -> takeBack(owner, whole, proposed, failure));
  }

  /** Without one of its steps a series is not what was asked for. */
  private Future<List<Run>> takeBack(
      Owner owner, RunId whole, List<Run> proposed, Throwable failure) {
    var why = "A step could not be proposed: " + ProblemException.in(failure).detail();
    var ending = new Telling(whole.value()).abandoned(why);
    var taken = new ArrayList<Future<?>>();
    taken.add(bus.ask(Addresses.EMIT, new Emitting.Emit(owner, List.of(ending))));
    for (var mission : proposed) {
      var cancel = new Running.Cancel(owner, RunRef.of(mission.id()));
      taken.add(bus.ask(Addresses.CANCEL, cancel));
    }
    return Future.join(taken).transform(any -> Future.failedFuture(failure));
  }

  private void follow(Owner owner, RunId whole, List<Run> missions) {
    if (choir != null) {
      choir.follow(owner, whole, missions);
    }
  }

  private static String title(String message) {
    var line = message.strip().lines().findFirst().orElse("");
    return line.length() <= TITLE_MOST ? line : line.substring(0, TITLE_MOST - 1) + "…";
  }

  /** What is changed is the mission that was proposed last. */
  private Future<Missions.Heard> change(Owner owner, Wish.Change change) {
    return bus.ask(
            Addresses.LIST_RUNS,
            new Storage.ListRuns(owner, RunStatus.PROPOSED, RunKind.MISSION, 0, 1))
        .compose(
            found ->
                found.runs().isEmpty()
                    ? asked("No mission waits to be changed. What shall be done?")
                    : amend(owner, found.runs().getFirst(), change));
  }

  private Future<Missions.Heard> amend(Owner owner, Run mission, Wish.Change change) {
    var amendment =
        new Missions.Amendment(change.objective(), change.scope(), null, change.priority());
    return bus.ask(Addresses.AMEND, new Missions.Amend(owner, RunRef.of(mission.id()), amendment))
        .map(amended -> new Missions.Heard(List.of(amended.run()), null, amended.changed(), null));
  }
}
