package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bench.Figures;
import dev.hatchery.bench.Latencies;
import dev.hatchery.bench.Measured;
import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import dev.hatchery.terminal.BarRules;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long a step takes from the child's write into its terminal to the first report on the bus
 * that covers it: {@code mvn -Pbench verify}. The goal is at most 50 ms.
 */
@Tag("bench")
@ExtendWith(Measured.class)
class RenderDelayBench {

  /** A report that was heard. */
  private record Heard(int step, Instant at) {}

  private static final Path PROGRAM = Path.of("src/test/resources/renderers/stamps.py");
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));
  private static final int WARM_UP = 20;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource({"200,100,200", "1000,10,40", "5000,1,3"})
  void fromTheChildsWriteToTheReport(int steps, int least, int most, Figures figures)
      throws IOException {
    var stamps = folder.resolve("stamps");
    bus.listen(Addresses.MEASURED, this::hear).await();
    paint(List.of(steps, least, most), stamps);

    var delays = delays(Files.readAllLines(stamps));
    var what = "f renderer's write to report, a step every %d to %d ms: ms ".formatted(least, most);
    figures.add(what + "p50", delays.millis(0.5));
    figures.add(what + "p99", delays.millis(0.99));
  }

  private void hear(Progress.Measure measure) {
    if (measure.tick() instanceof Happening.AvatarProgress tick && tick.step() != null) {
      heard.add(new Heard(tick.step(), Instant.now()));
    }
  }

  private void paint(List<Integer> pace, Path stamps) {
    var command = new ArrayList<>(List.of("/usr/bin/python3", PROGRAM.toAbsolutePath().toString()));
    pace.forEach(number -> command.add(Integer.toString(number)));
    command.addAll(List.of(stamps.toString(), "{output}"));
    var settings =
        new RendererSettings(
            "stamps",
            RendererTemplate.of(command, Map.of()),
            Map.of(),
            BarRules.unnamed(),
            PATIENT,
            1,
            64,
            64);
    vertx
        .deployVerticle(
            new AvatarVerticle(
                bus,
                "here",
                any -> new TerminalRenderer(settings),
                folder.resolve("runs"),
                Lease.endless()),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    var persona = new Persona("Fen", "A fox that keeps a lamp.", List.of("shy"), "a small fox");
    var phase = new Phase("avatar", 25, 100);
    bus.ask(Addresses.RENDER, new Rendering.Commission(RunId.random(), 1, phase, persona, 7))
        .await();
  }

  /** For each step; what a later report covers counts until then. */
  private Latencies delays(List<String> stamps) {
    var delays = new Latencies();
    for (var step = WARM_UP; step < stamps.size(); step++) {
      var written = Instant.ofEpochSecond(0, Long.parseLong(stamps.get(step)));
      var wanted = step;
      heard.stream()
          .filter(report -> report.step() >= wanted)
          .findFirst()
          .ifPresent(report -> delays.add(Duration.between(written, report.at()).toNanos()));
    }
    assertThat(delays.size()).isGreaterThanOrEqualTo(stamps.size() - WARM_UP - 1);
    return delays;
  }
}
