package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Processes;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node that may not paint any more ends its painters, and makes no stand-ins. */
@Timeout(60)
class LostPaintingTest {
  private static final String PAINTS_FOR_EVER =
      "printf '\\r 50%%|##  | 1/2 [00:01<00:01,  1.00s/it]'; setsid sleep 50 & sleep 50";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Queue<Progress.Measure> measured = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    bus.listen(Addresses.MEASURED, measured::add).await();
    var settings =
        new RendererSettings(
            "mine",
            RendererTemplate.of(List.of("sh", "-c", PAINTS_FOR_EVER, "sh", "{output}"), Map.of()),
            Map.of(),
            BarRules.unnamed(),
            RenderFixture.PATIENT,
            2,
            64,
            48);
    vertx
        .deployVerticle(
            new AvatarVerticle(
                bus, "here", any -> new TerminalRenderer(settings), folder, Lease.endless()),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void everyPainterIsEndedWithItsChildrenAndNothingIsPainted() {
    var runs = List.of(RunId.random(), RunId.random());
    var orders = runs.stream().map(this::order).toList();
    await().until(() -> runs.stream().allMatch(this::paints));

    bus.announce(Addresses.LEASES_LOST, Leasing.Lost.everything());

    await().until(() -> orders.stream().allMatch(Future::isComplete));
    assertThat(orders)
        .allSatisfy(
            order ->
                assertThat(ProblemException.in(order.cause())).isInstanceOf(Problem.Stale.class));
    assertThat(runs).allMatch(run -> children(run) == 0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsTakenAwayIsEndedAndTheOthersGoOn() {
    var taken = RunId.random();
    var kept = RunId.random();
    var over = order(taken);
    var going = order(kept);
    await().until(() -> paints(taken) && paints(kept));

    lose(taken, 2);
    lose(taken, 1);

    await().until(over::isComplete);
    assertThat(children(taken)).isZero();
    assertThat(going.isComplete()).isFalse();
    assertThat(children(kept)).isPositive();
  }

  private void lose(RunId run, long epoch) {
    var held = new Leasing.Held(run, epoch);
    bus.announce(Addresses.LEASES_LOST, new Leasing.Lost(false, List.of(held)));
  }

  private boolean paints(RunId run) {
    return measured.stream().anyMatch(report -> report.runId().equals(run)) && children(run) > 0;
  }

  private static int children(RunId run) {
    return Processes.marked(ProcessTree.MARK, run + ":1").toList().size();
  }

  private Future<Rendering.Painted> order(RunId run) {
    var persona =
        new Persona("Fen", "A fox that keeps a lamp.", List.of("shy"), "a small fox with a lamp");
    return bus.ask(
        Addresses.RENDER,
        new Rendering.Commission(run, 1, new Phase("avatar", 25, 100), persona, 7));
  }
}
