package dev.hatchery.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A bad line between clients and a server: each connection breaks after some bytes of the answer,
 * in the middle of whatever is being said.
 */
final class Cutter implements AutoCloseable {
  private static final int LEAST = 1000;
  private static final int SPREAD = 5000;

  private final ServerSocket listening;
  private final Supplier<URI> server;
  private final Random random;
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean cutting = true;

  /**
   * Opens the line.
   *
   * @param server where it leads, now
   */
  Cutter(Supplier<URI> server, Random random) {
    this.server = server;
    this.random = random;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /** The near end of the line. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
  }

  /** How often it broke. */
  int cuts() {
    return cuts.get();
  }

  /** From now on it holds; what is open may break once more. */
  void mend() {
    cutting = false;
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        var near = listening.accept();
        var budget = LEAST + random.nextInt(SPREAD);
        var hard = random.nextBoolean();
        Thread.ofPlatform().daemon().start(() -> connect(near, budget, hard));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket near, int budget, boolean hard) {
    var to = server.get();
    try (near;
        var far = new Socket(to.getHost(), to.getPort())) {
      Thread.ofPlatform().daemon().start(() -> pass(near, far, Integer.MAX_VALUE));
      if (pass(far, near, cutting ? budget : Integer.MAX_VALUE)) {
        cuts.incrementAndGet();
        // Half of the lines end in a reset, the others as if somebody had hung up.
        near.setSoLinger(hard, 0);
      }
    } catch (IOException gone) {
      // There is no server now; its client hears that its line ends.
    }
  }

  /** Passes on what comes, and tells whether it stopped because that was enough. */
  private static boolean pass(Socket from, Socket to, int budget) {
    var left = budget;
    var buffer = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, Math.min(n, left));
        left -= n;
        if (left <= 0) {
          return true;
        }
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      // The other side of this line is ended by whoever opened it.
    }
    return false;
  }
}
