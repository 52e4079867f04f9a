package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Processes;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a renderer does wrong: one ending with its reason, and nothing of it is left. */
@Timeout(60)
class MisbehaviourTest {

  private static final Path PROGRAM = Path.of("src/test/resources/renderers/misbehaves.py");
  private static final int FLOOD = 20_000_000;
  private static final int GIGABYTE = 1_000_000_000;
  private static final Duration LEFT_AT_MOST = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);
  private final RunId run = RunId.random();
  private final Queue<Progress.Measure> measured = new ConcurrentLinkedQueue<>();
  private long terminals;

  @BeforeEach
  void listen() {
    bus.listen(Addresses.MEASURED, measured::add).await();
    terminals = terminals();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @EnumSource
  void endsOnceWithItsReasonAndLeavesNothing(Misbehaviour wrong) {
    end(wrong, FLOOD);
  }

  @Tag("soak")
  @Timeout(900)
  @ParameterizedTest
  @EnumSource(names = {"FLOODS", "FLOODS_WITHOUT_ANY_END"})
  void aGigabyteIsReadInConstantMemory(Misbehaviour wrong) {
    System.gc();
    var before = used();
    end(wrong, GIGABYTE);
    System.gc();
    assertThat(used() - before).isLessThan(50 << 20);
  }

  private void end(Misbehaviour wrong, int flood) {
    var painted = painted(wrong, flood);

    assertThat(Objects.requireNonNullElse(painted.code(), "")).isEqualTo(wrong.code);
    assertThat(Objects.requireNonNullElse(painted.reason(), "")).startsWith(wrong.sentence);
    assertThat(painted.mediaType()).isEqualTo(wrong.code.isEmpty() ? "image/png" : "image/svg+xml");
    assertThat(measured).map(Progress.Measure::fraction).isSorted().allMatch(f -> f >= 0 && f <= 1);
    assertThat(measured).hasSizeLessThan(3000);
    await()
        .atMost(LEFT_AT_MOST)
        .untilAsserted(
            () -> {
              assertThat(Processes.marked(ProcessTree.MARK, run + ":1")).isEmpty();
              assertThat(terminals()).isLessThanOrEqualTo(terminals);
              assertThat(folder).isEmptyDirectory();
            });
  }

  private Rendering.Painted painted(Misbehaviour wrong, int flood) {
    var renderer = new TerminalRenderer(settings(wrong, flood));
    vertx
        .deployVerticle(
            new AvatarVerticle(bus, "here", any -> renderer, folder, Lease.endless()),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    var persona =
        new Persona("Fen", "A fox that keeps a lamp.", List.of("shy"), "a small fox with a lamp");
    var commission = new Rendering.Commission(run, 1, new Phase("avatar", 25, 100), persona, 7);
    return bus.ask(Addresses.RENDER, commission).await();
  }

  private static RendererSettings settings(Misbehaviour wrong, int flood) {
    var command =
        List.of("/usr/bin/python3", PROGRAM.toAbsolutePath().toString(), wrong.word(), "{output}");
    return new RendererSettings(
        "mine",
        RendererTemplate.of(command, Map.of()),
        Map.of("FLOOD", Integer.toString(flood)),
        BarRules.unnamed(),
        wrong.timeouts(),
        4,
        64,
        48);
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  // Pipes too: pty4j wakes its reader by one.
  private static long terminals() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(MisbehaviourTest::ofATerminal).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean ofATerminal(Path descriptor) {
    try {
      var opened = Files.readSymbolicLink(descriptor).toString();
      return opened.contains("ptmx") || opened.startsWith("/dev/pts/");
    } catch (IOException e) {
      return false;
    }
  }
}
