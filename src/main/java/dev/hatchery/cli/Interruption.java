package dev.hatchery.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens on Ctrl-C: what was begun is called off, and the command gets a moment to end in
 * order. The process then exits with 130, as the JDK does after that signal.
 */
final class Interruption implements AutoCloseable {
  private static final long MOMENT_SECONDS = 5;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread command = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile @Nullable Runnable callOff;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on this calls off what was begun; before, the command is just interrupted. */
  void callOffBy(Runnable action) {
    callOff = action;
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what waits for us.
    }
  }

  private void interrupt() {
    var action = callOff;
    if (action == null) {
      command.interrupt();
    } else {
      action.run();
    }
    try {
      over.await(MOMENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
