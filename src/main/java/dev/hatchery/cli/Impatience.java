package dev.hatchery.cli;

import dev.hatchery.cli.screen.Signals;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens when a server is told to stop. The first time it does so in order, which may take as
 * long as its work does; the second time it leaves its work to others and has a moment for that;
 * the third time it stops at once, as if it was killed. The JDK heeds only the first.
 */
final class Impatience implements AutoCloseable {
  private static final int BY_SIGNAL = 128;
  private static final int INTERRUPT = 2;
  private static final int TERMINATE = 15;
  private static final long MOMENT_SECONDS = 4;

  private final Signals signals = new Signals();
  private final AtomicInteger told = new AtomicInteger();
  private final Runnable hurry;

  private Impatience(Runnable hurry) {
    this.hurry = hurry;
  }

  /**
   * Listens until it is closed.
   *
   * @param hurry ends what is done in order sooner
   */
  static Impatience heeded(Runnable hurry) {
    var impatience = new Impatience(hurry);
    impatience.signals.on("INT", () -> impatience.stop(BY_SIGNAL + INTERRUPT));
    impatience.signals.on("TERM", () -> impatience.stop(BY_SIGNAL + TERMINATE));
    return impatience;
  }

  @Override
  public void close() {
    signals.close();
  }

  private void stop(int exitCode) {
    switch (told.incrementAndGet()) {
      case 1 -> System.exit(exitCode);
      case 2 -> hurryAndHalt(exitCode);
      default -> Runtime.getRuntime().halt(exitCode);
    }
  }

  /** Each signal has a thread of its own, so this one may wait. */
  private void hurryAndHalt(int exitCode) {
    hurry.run();
    try {
      TimeUnit.SECONDS.sleep(MOMENT_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
