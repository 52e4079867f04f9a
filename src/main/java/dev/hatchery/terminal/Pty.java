package dev.hatchery.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A command running in a pseudo-terminal.
 *
 * <p>Reads and waits on platform threads of its own: a native read pins the carrier of a virtual
 * one. Only the reading thread ever closes the terminal, and only after pty4j has reaped the child:
 * pty4j's wake-up byte could otherwise land in another terminal that was given the same descriptor.
 */
public final class Pty {

  /** Takes the terminal's bytes on the reading thread; while it blocks, so does the child. */
  public interface Output {
    void accept(byte[] bytes, int length);
  }

  /** How long a grandchild may go on talking after the child has ended. */
  private static final Duration LINGER = Duration.ofMillis(200);

  // There the end of a child takes its unread output with it unless somebody holds the terminal.
  private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
  private static final int BUFFER = 8192;
  private static final int THREADS_MOST = 8;

  private final PtyProcess process;
  private final ThreadGroup reapers;
  private final Output output;
  // The terminal's descriptor is another's after its end.
  private final Object closing = new Object();
  private final CountDownLatch drained = new CountDownLatch(1);
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile boolean abandoned;
  private boolean gone;

  private Pty(PtyProcess process, ThreadGroup reapers, Output output) {
    this.process = process;
    this.reapers = reapers;
    this.output = output;
  }

  /**
   * Starts the command.
   *
   * @throws MissingCommandException when there is no such program
   * @throws IOException when it cannot be started
   */
  public static Pty start(PtyCommand command, Output output) throws IOException {
    ThreadGroup reapers = new ThreadGroup("pty");
    Pty pty = new Pty(spawn(command.located(), reapers), reapers, output);
    pty.thread("pty-reader", pty::read);
    pty.thread("pty-waiter", pty::await);
    return pty;
  }

  /** The child's process id, which is also its session's and its group's. */
  public long pid() {
    return process.pid();
  }

  /** The child's exit code, 128 + signal when one killed it; known as soon as it has ended. */
  public CompletableFuture<Integer> exit() {
    return exit.copy();
  }

  /** The same, once its output was handed over and the terminal is closed. */
  public CompletableFuture<Integer> closed() {
    return closed.copy();
  }

  /**
   * Types into the terminal; 3 is Ctrl-C, 4 its end of input. Blocks while the child does not read;
   * after its end nothing happens.
   *
   * @throws IOException when the terminal is gone
   */
  public void write(byte[] bytes, int length) throws IOException {
    synchronized (closing) {
      if (!gone) {
        process.getOutputStream().write(bytes, 0, length);
      }
    }
  }

  /** Gives the window another size, of which the child is told; after its end nothing happens. */
  public void resize(Window window) {
    synchronized (closing) {
      if (!gone) {
        process.setWinSize(new WinSize(window.columns(), window.rows()));
      }
    }
  }

  // The group catches the thread that pty4j starts and does not show.
  private static PtyProcess spawn(PtyCommand command, ThreadGroup group) throws IOException {
    CompletableFuture<PtyProcess> started = new CompletableFuture<>();
    Thread starter =
        new Thread(
            group,
            () -> {
              try {
                started.complete(build(command).start());
              } catch (IOException | RuntimeException | LinkageError e) {
                started.completeExceptionally(e);
              }
            },
            "pty-starter");
    starter.setDaemon(true);
    starter.start();
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new IOException("the terminal could not be opened", e.getCause());
    }
  }

  // pty4j sets the size after the child has started, and a child that looks first sees 0×0 and
  // draws no bar at all. The arguments pass through "$@", which no shell parses.
  private static PtyProcessBuilder build(PtyCommand command) {
    Window window = command.window();
    String sized = "stty rows %d cols %d; exec \"$@\"".formatted(window.rows(), window.columns());
    List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", sized, "sh"));
    argv.addAll(command.argv());
    return new PtyProcessBuilder(argv.toArray(String[]::new))
        .setEnvironment(command.environment())
        .setDirectory(command.directory().toString())
        .setInitialColumns(window.columns())
        .setInitialRows(window.rows())
        .setUnixOpenTtyToPreserveOutputAfterTermination(MAC)
        .setRedirectErrorStream(true);
  }

  private void thread(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name + "-" + pid()).start(work);
  }

  private void read() {
    try (Closeable terminal = this::close) {
      drain(process.getInputStream());
      drained.countDown();
      exit.join();
      awaitReapers();
    } catch (IOException | RuntimeException e) {
      closed.completeExceptionally(e);
    } finally {
      drained.countDown();
      closed.complete(exit.join());
    }
  }

  private void close() throws IOException {
    synchronized (closing) {
      gone = true;
      process.getInputStream().close();
    }
  }

  private void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int length = in.read(buffer);
    while (length > 0 && !abandoned) {
      output.accept(buffer, length);
      length = in.read(buffer);
    }
  }

  // Once the child is reaped, pty4j's wake-up keeps every read from blocking, so a flag is enough.
  private void await() {
    try {
      exit.complete(process.waitFor());
      abandoned = !drained.await(LINGER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      exit.completeExceptionally(e);
    }
  }

  private void awaitReapers() {
    Thread[] threads = new Thread[THREADS_MOST];
    int count = reapers.enumerate(threads);
    for (int i = 0; i < count; i++) {
      try {
        threads[i].join(LINGER.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
