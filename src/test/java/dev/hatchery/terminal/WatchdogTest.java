package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class WatchdogTest {
  private static final Duration SILENCE = Duration.ofMillis(1500);

  @TempDir Path runs;
  private Process child;
  private Process stranger;

  @BeforeEach
  void begin() throws IOException {
    var mark = UUID.randomUUID().toString();
    child = sleeping(mark);
    stranger = sleeping("another's " + mark);
    var run = Files.createDirectory(runs.resolve("a-1"));
    ChildRecord.of(mark, child.pid()).write(run);
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
    stranger.destroyForcibly();
  }

  @Test
  void whoFallsSilentLosesItsChildrenAndNobodyElseDoes() throws IOException {
    try (var watchdog = Watchdog.start(SILENCE, runs)) {
      var silent = System.nanoTime();
      watchdog.alive();

      await().until(() -> !child.isAlive());
      assertThat(Duration.ofNanos(System.nanoTime() - silent)).isGreaterThanOrEqualTo(SILENCE);
      assertThat(stranger.isAlive()).isTrue();
    }
  }

  @Test
  void whoGivesSignsOfLifeKeepsThem() throws IOException {
    try (var watchdog = Watchdog.start(SILENCE, runs)) {
      var until = System.nanoTime() + SILENCE.multipliedBy(2).toNanos();
      await()
          .pollInterval(SILENCE.dividedBy(10))
          .until(
              () -> {
                watchdog.alive();
                return System.nanoTime() > until;
              });
      assertThat(child.isAlive()).isTrue();
    }
  }

  @Test
  void whoIsGoneLosesThemAtOnce() throws IOException {
    Watchdog.start(Duration.ofDays(1), runs).close();

    await().until(() -> !child.isAlive());
    assertThat(stranger.isAlive()).isTrue();
  }

  private static Process sleeping(String mark) throws IOException {
    var sleep = new ProcessBuilder("sleep", "600");
    sleep.environment().put(ProcessTree.MARK, mark);
    return sleep.start();
  }
}
