package dev.hatchery.cli.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.FakeHatchery;
import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.screen.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command whose Hatchery is slow, dead or missing, and whose reader leaves. */
@Timeout(60)
class ExecutionTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir Path folder = Path.of("");

  private final FakeHatchery server = new FakeHatchery();
  private final Client client = new Client(server::address, "");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aServerThatDiesCostsTheCommandNothing() throws Exception {
    var go = folder.resolve("go");
    var running =
        start(
            () -> client, "until [ -e %s ]; do sleep 0.05; done; echo done; exit 3".formatted(go));
    await().until(() -> !server.cursors.isEmpty());
    server.close();
    Files.createFile(go);
    var ended = running.get(30, TimeUnit.SECONDS);
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.trouble()).startsWith("Not all of this was recorded: ");
    assertThat(out.toString(UTF_8)).isEqualTo("done\n");
  }

  @Test
  void aServerThatIsNotFoundKeepsNothingWaiting() throws Exception {
    var found = new CountDownLatch(1);
    var running =
        start(
            () -> {
              found.await();
              throw new IllegalStateException("the data is broken");
            },
            "echo done");
    await().until(() -> out.toString(UTF_8).equals("done\n"));
    found.countDown();
    assertThat(running.get(30, TimeUnit.SECONDS).trouble())
        .isEqualTo("Nothing of this was recorded: the data is broken");
  }

  @Test
  void aServerThatStillStartsHearsOfAllThatHappenedMeanwhile() throws Exception {
    var found = new CountDownLatch(1);
    var running =
        start(
            () -> {
              found.await();
              return client;
            },
            "echo '100%|##########| 9/9 [00:01<00:00, 9.99it/s]'");
    await().until(() -> out.toString(UTF_8).endsWith("\n"));
    assertThat(server.emits).isEmpty();
    found.countDown();
    assertThat(running.get(30, TimeUnit.SECONDS).trouble()).isEmpty();
    assertThat(server.emits)
        .extracting(body -> body.substring(0, body.indexOf(',')))
        .containsExactly(
            "{\"type\":\"task_started\"", "{\"type\":\"progress\"", "{\"type\":\"task_completed\"");
    assertThat(server.emits.get(1)).contains("\"percent\":99.0", "\"message\":\"9 of 9\"");
  }

  @Test
  void aReaderThatLeavesEndsTheCommandLikeABrokenPipe() throws Exception {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    var ended =
        run(() -> client, seat(broken, Input.Kind.BACKGROUND, ""), "while :; do echo y; done");
    assertThat(ended.exitCode()).isGreaterThan(128);
  }

  @Test
  void keysAreTypedIntoTheCommandsTerminal() throws Exception {
    var ended =
        run(() -> client, seat(out, Input.Kind.KEYS, "wörter\n"), "read line; echo \"<$line>\"");
    assertThat(ended.exitCode()).isZero();
    assertThat(out.toString(UTF_8)).contains("<wörter>");
  }

  private FutureTask<Execution.Ended> start(Found found, String script) {
    Supplier<Client> finding =
        () -> {
          try {
            return found.get();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    var task = new FutureTask<>(() -> run(finding, seat(out, Input.Kind.BACKGROUND, ""), script));
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private interface Found {
    Client get() throws InterruptedException;
  }

  private static Execution.Ended run(Supplier<Client> client, Seat seat, String script)
      throws IOException, InterruptedException {
    return new Execution(List.of("sh", "-c", script), seat, client, SOON).run();
  }

  private Seat seat(OutputStream to, Input.Kind kind, String typed) {
    return new Seat(
        false,
        Optional::empty,
        new Input(new ByteArrayInputStream(typed.getBytes(UTF_8)), () -> kind),
        to,
        Map.of("PATH", System.getenv("PATH")),
        folder);
  }
}
