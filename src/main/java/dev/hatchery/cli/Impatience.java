package dev.hatchery.cli;

import dev.hatchery.cli.screen.Signals;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens when a server is told to stop: the first time it does so in order, which may take as
 * long as its work does; the second time at once. The JDK heeds only the first.
 */
final class Impatience implements AutoCloseable {
  private static final int BY_SIGNAL = 128;
  private static final int INTERRUPT = 2;
  private static final int TERMINATE = 15;

  private final Signals signals = new Signals();
  private final AtomicBoolean stopping = new AtomicBoolean();

  private Impatience() {}

  /** Listens until it is closed. */
  static Impatience heeded() {
    var impatience = new Impatience();
    impatience.signals.on("INT", () -> impatience.stop(BY_SIGNAL + INTERRUPT));
    impatience.signals.on("TERM", () -> impatience.stop(BY_SIGNAL + TERMINATE));
    return impatience;
  }

  @Override
  public void close() {
    signals.close();
  }

  private void stop(int exitCode) {
    if (stopping.compareAndSet(false, true)) {
      System.exit(exitCode);
    } else {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
