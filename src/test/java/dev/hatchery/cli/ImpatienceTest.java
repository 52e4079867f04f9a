package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server in a process of its own that would take for ever to stop, and is told to. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class ImpatienceTest {
  private static final int TERMINATED = 143;

  private Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    process =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), Slow.class.getName(), "serve")
            .redirectErrorStream(true)
            .start();
    Thread.ofVirtual().start(this::read);
    hears("Hatchery is ready at http://127.0.0.1:4711");
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  @Test
  void toldOnceItStopsInOrderAndToldTwiceSooner() throws Exception {
    terminate();
    hears("stopping");
    terminate();

    hears("hurrying");
    hears("stopped");
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
  }

  @Test
  void toldThreeTimesItEndsAtOnce() throws Exception {
    terminate();
    hears("stopping");
    terminate();
    terminate();
    terminate();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
  }

  /** By the handle: to destroy a process closes what it says as well. */
  private void terminate() {
    process.toHandle().destroy();
  }

  private void hears(String line) {
    await().until(() -> said.contains(line));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException e) {
      // It is over.
    }
  }

  /** The command line with such a server. */
  static final class Slow implements RunningServer {
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final CountDownLatch hurried = new CountDownLatch(1);

    private Slow() {}

    public static void main(String[] args) {
      System.exit(
          HatcheryCommand.run(
              args, settings -> new Slow(), new NoData(), (config, paint, found) -> {}));
    }

    @Override
    public URI address() {
      return URI.create("http://127.0.0.1:4711");
    }

    @Override
    public void hurry() {
      out.println("hurrying");
      hurried.countDown();
    }

    @Override
    public void close() {
      out.println("stopping");
      try {
        hurried.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      out.println("stopped");
    }
  }
}
