package dev.hatchery.cli.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The terminal at standard input hands on every key as it is, until this is closed; also where the
 * process ends otherwise it is given back as it was found.
 */
public final class RawMode implements AutoCloseable {
  private static final String ENTER = "stty -g && stty raw -echo";

  private final String found;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(this::restore, "terminal");

  private RawMode(String found) {
    this.found = found;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Enters it. There must be a terminal, and we in front. */
  public static RawMode enter() throws IOException {
    var stty =
        new ProcessBuilder("sh", "-c", ENTER)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var found = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return new RawMode(found.strip());
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook has it restored.
    }
  }

  private void restore() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      new ProcessBuilder("stty", found)
          .redirectInput(ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // There is no stty any more, so there is nothing to be done.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
