package dev.hatchery.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small process beside this one that ends the children of its runs when this one falls silent:
 * who is put to sleep cannot do it, and wakes when others have long gone on. Also does it when this
 * process is gone. Linux only: it finds the children by the mark in their environment.
 */
public final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final double MILLIS = 1000;
  private static final int SIGN_OF_LIFE = '.';

  private final Process process;
  private final OutputStream signs;
  private boolean deaf;

  private Watchdog(Process process) {
    this.process = process;
    this.signs = process.getOutputStream();
  }

  /**
   * Starts one.
   *
   * @param silence after how long without a sign of life it ends them; at least 1 ms
   * @param runs holds a directory with a {@link ChildRecord} for each run at work; may be absent
   * @throws IOException when the system lacks what it needs: setsid, timeout, head and grep
   */
  public static Watchdog start(Duration silence, Path runs) throws IOException {
    // In a session of its own: what stops this process from a terminal does not stop it.
    var command =
        List.of(
            "setsid",
            "/bin/sh",
            "-c",
            script(),
            "hatchery-watchdog",
            Double.toString(silence.toMillis() / MILLIS),
            runs.toAbsolutePath().toString());
    return new Watchdog(
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  /** Says that this process is awake and may go on. */
  public void alive() {
    try {
      signs.write(SIGN_OF_LIFE);
      signs.flush();
    } catch (IOException e) {
      if (!deaf) {
        deaf = true;
        LOG.warn("Nobody ends the children of this process while it sleeps: {}", e.getMessage());
      }
    }
  }

  /** Lets it end what still runs, and itself. Blocks until it has. */
  @Override
  public void close() {
    try {
      signs.close();
      if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String script() {
    try (var in = Objects.requireNonNull(Watchdog.class.getResourceAsStream("watchdog.sh"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
