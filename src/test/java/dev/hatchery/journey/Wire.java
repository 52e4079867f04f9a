package dev.hatchery.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A line to a server that can fall silent, as networks do: nobody hangs up, and what is said
 * meanwhile arrives once it is mended.
 */
final class Wire implements AutoCloseable {
  private final ServerSocket listening;
  private final int server;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition mended = lock.newCondition();
  private boolean silent;

  /** To a port of this machine. */
  Wire(int server) {
    this.server = server;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The near end. */
  int port() {
    return listening.getLocalPort();
  }

  void silence() {
    lock.lock();
    try {
      silent = true;
    } finally {
      lock.unlock();
    }
  }

  void mend() {
    lock.lock();
    try {
      silent = false;
      mended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        var near = listening.accept();
        Thread.ofVirtual().start(() -> connect(near));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket near) {
    try (near;
        var far = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var back = Thread.ofVirtual().start(() -> pass(far, near));
      pass(near, far);
      back.join();
    } catch (IOException | InterruptedException gone) {
      // Whoever is left hears that the line ends.
    }
  }

  /** Passes on what comes until one side hangs up, and hangs up on the other. */
  private void pass(Socket from, Socket to) {
    var buffer = new byte[8192];
    try {
      for (var n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        awaitMended();
        to.getOutputStream().write(buffer, 0, n);
      }
      awaitMended();
      to.shutdownOutput();
    } catch (IOException | InterruptedException broken) {
      // The other direction ends as well.
    }
  }

  private void awaitMended() throws InterruptedException {
    lock.lock();
    try {
      while (silent) {
        mended.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    mend();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
