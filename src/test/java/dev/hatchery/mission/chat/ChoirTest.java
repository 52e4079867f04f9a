package dev.hatchery.mission.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Checklist;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Part;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import dev.hatchery.protocol.Streaming;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes on telling a series, and what keeps nobody from it. */
class ChoirTest {
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Map<RunId, Run> runs = new ConcurrentHashMap<>();
  private final List<Emission> told = new CopyOnWriteArrayList<>();
  private final List<RunId> cancelled = new CopyOnWriteArrayList<>();
  private final RunId whole = RunId.random();
  private final RunId mission = RunId.random();

  @BeforeEach
  void open() {
    soon(bus.answer(Addresses.LIST_RUNS, asked -> new Storage.Runs(missions())));
    soon(bus.answer(Addresses.FIND_RUN, this::find));
    soon(bus.answer(Addresses.EMIT, this::emit));
    soon(
        bus.answer(
            Addresses.CANCEL,
            asked -> {
              cancelled.add(new RunId(asked.run().text()));
              return new Running.View(run(mission, RunStatus.CANCELLED, null));
            }));
    put(run(mission, RunStatus.RUNNING, "one"));
  }

  @AfterEach
  void close() {
    soon(vertx.close());
  }

  @Test
  void aSeriesIsToldByTheNodeThatKeepsItsWhole() {
    put(series(RunStatus.RUNNING, "two"));
    deploy();
    await().until(() -> told.stream().anyMatch(it -> it.type().equals("story_started")));

    put(run(mission, RunStatus.SUCCEEDED, "one"));
    happens(mission, "complete");
    await().until(() -> told.getLast().type().equals("task_completed"));
  }

  @Test
  void aSeriesOfAnotherNodeIsToldHereOnceThatIsGone() {
    put(series(RunStatus.RUNNING, "one"));
    deploy();
    happens(mission, "step_completed");
    assertThat(told).isEmpty();

    put(series(RunStatus.RUNNING, "two"));
    bus.announce(Addresses.KEPT, new Emitting.Kept(whole, "series-1"));
    await().until(() -> told.stream().anyMatch(it -> it.type().equals("story_started")));
  }

  @Test
  void aSeriesThatCannotBeFoundKeepsNoServerFromStarting() {
    deploy();

    assertThat(told).isEmpty();
    assertThat(vertx.deploymentIDs()).hasSize(1);
  }

  @Test
  void thePartsOfASeriesThatWasCancelledWhileNobodyToldItAreCancelled() {
    put(series(RunStatus.CANCELLED, "one"));
    deploy();

    await().until(() -> cancelled.equals(List.of(mission)));
  }

  private void deploy() {
    soon(vertx.deployVerticle(new ChatVerticle(bus, "two", 0.5)));
  }

  private void put(Run run) {
    runs.put(run.id(), run);
  }

  private List<Run> missions() {
    return runs.values().stream().filter(run -> run.order() instanceof Order.Pursue).toList();
  }

  private Storage.FoundRun find(Storage.FindRun find) {
    var run = runs.get(new RunId(find.run().text()));
    if (run == null) {
      throw new ProblemException(new Problem.Unavailable("storage_busy", "Not now."));
    }
    return new Storage.FoundRun(run);
  }

  private Emitting.Emitted emit(Emitting.Emit emit) {
    told.addAll(emit.emissions());
    return new Emitting.Emitted(List.of());
  }

  private void happens(RunId id, String type) {
    var about = run(id, RunStatus.RUNNING, null).subject();
    var event = new Event(1, about, 1, type, true, type.equals("complete"), Instant.EPOCH, "{}");
    var frame = new Streaming.Frame(event, Bytes.wrap(new byte[0]));
    bus.announce(Addresses.FED, new Streaming.Fed(List.of(frame)));
  }

  private Run run(RunId id, RunStatus status, @Nullable String node) {
    var brief = new Brief("find owls", null, List.of(), Brief.Priority.NORMAL, null);
    var order = new Order.Pursue(brief, new Part(whole, 100));
    return run(id, order, new Checkpoint.OfMission(Mission.proposed(brief)), status, node);
  }

  private Run series(RunStatus status, String node) {
    var list =
        new Checklist(
            "series-1", "Owls", null, 0, false, Instant.EPOCH, null, List.of(), null, null);
    var order = new Order.Reported(RunKind.TASK, "Owls");
    return run(whole, order, new Checkpoint.Reported(list), status, node);
  }

  private static Run run(
      RunId id, Order order, Checkpoint checkpoint, RunStatus status, @Nullable String node) {
    return new Run(
        id,
        1,
        Owner.LOCAL,
        null,
        order,
        null,
        status,
        new Standing(30, 30, null, "", null),
        0,
        Instant.EPOCH,
        null,
        null,
        null,
        1,
        null,
        node,
        0,
        0,
        1,
        1,
        MissionStep.PLAN,
        checkpoint,
        null,
        null);
  }

  private static <T> T soon(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
