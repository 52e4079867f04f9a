package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.AvatarVerticle;
import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.config.RendererEntry.Protocol;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole of the avatars on their own threads, with a server that paints. */
@Timeout(60)
class AvatarByServerTest {

  private static final String PAINT = "/sdapi/v1/txt2img";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final FakePainter server = new FakePainter(vertx);
  private final RunId run = RunId.random();
  private final Queue<Progress.Measure> measured = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void deploy() {
    var settings = Rendered.settings(server.url(""), Protocol.A1111, Rendered.PATIENT);
    bus.listen(Addresses.MEASURED, measured::add).await();
    vertx
        .deployVerticle(
            new AvatarVerticle(
                bus, "here", engine -> new HttpRenderer(engine, settings), folder, Lease.endless()),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    server.hold(PAINT).json("/sdapi/v1/interrupt", "{}");
  }

  @AfterEach
  void close() {
    server.close();
    vertx.close().await();
  }

  @Test
  void aPictureIsPaintedShownAndMeasured() {
    var painted = order();
    await().until(server::holds);
    server.release("{\"images\":[\"%s\"]}".formatted(FakePainter.picture(64, 48)));

    assertThat(painted.await().mediaType()).isEqualTo("image/png");
    await().until(() -> measured.stream().anyMatch(report -> report.fraction() == 1));
  }

  @Test
  void aServerThatFailsGivesAStandInWithItsReason() {
    server.status(PAINT, 503, "application/json", "{\"detail\":\"Loading model\"}");

    var painted = order().await();
    assertThat(painted.mediaType()).isEqualTo("image/svg+xml");
    assertThat(painted.reason())
        .startsWith("The painter's server answered 503 Service Unavailable: Loading model.");
  }

  @Test
  void haltingEndsIt() {
    var painted = order();
    await().until(server::holds);
    bus.ask(Addresses.HALT_RENDERING, new Running.Halt(run)).await();

    assertThatThrownBy(painted::await).isInstanceOf(ProblemException.class);
    await().untilAsserted(() -> assertThat(server.cut()).containsExactly(PAINT));
  }

  private Future<Rendering.Painted> order() {
    var persona =
        new Persona("Fen", "A fox that keeps a lamp.", List.of("shy"), "a small fox with a lamp");
    return bus.ask(
        Addresses.RENDER,
        new Rendering.Commission(run, 1, new Phase("avatar", 25, 100), persona, 7));
  }
}
