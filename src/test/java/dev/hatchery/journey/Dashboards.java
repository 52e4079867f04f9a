package dev.hatchery.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Many who have the page "Missions" open, on one thread: what is measured beside them should wait
 * for the server and for no one else.
 */
final class Dashboards implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;
  private static final long IDLE = 100; // ms

  private final URI server;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final PriorityQueue<Errand> errands =
      new PriorityQueue<>(Comparator.comparingLong(Errand::at));
  private final List<Dashboard> all = new ArrayList<>();
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /** What is to be done at this time, by {@link System#nanoTime}. */
  private record Errand(long at, Runnable what) {}

  /** Takes what came; it may end anywhere. */
  interface Ear {
    void hear(byte[] bytes, int length);
  }

  /** Opens so many of them. */
  Dashboards(Server server, int count) {
    this.server = server.uri("/");
    try {
      selector = Selector.open();
      for (var i = 0; i < count; i++) {
        all.add(new Dashboard(this));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("dashboards").start(this::run);
  }

  /** Whether each of them has seen so many missions end, and was never refused anything. */
  boolean haveSeen(int missions) {
    if (failure != null) {
      throw new AssertionError("a dashboard was not served as it should be", failure);
    }
    return all.stream().allMatch(each -> each.isLive() && each.seen() == missions);
  }

  /** A connection, from which {@code ear} hears. */
  SocketChannel connect(Ear ear) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, ear);
    return channel;
  }

  /** Asks for this over a connection that has nothing else to send. */
  void ask(SocketChannel channel, String path, String accept) {
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\n\r\n"
            .formatted(path, server.getAuthority(), accept);
    try {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has something done later; to be called on their thread. */
  void after(Duration wait, Runnable what) {
    errands.add(new Errand(System.nanoTime() + wait.toNanos(), what));
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::read, untilNext());
        while (!errands.isEmpty() && errands.peek().at() <= System.nanoTime()) {
          errands.remove().what().run();
        }
      }
    } catch (Throwable e) {
      failure = closed ? null : e;
    }
  }

  /** Milliseconds, at least one. */
  private long untilNext() {
    var next = errands.peek();
    return next == null
        ? IDLE
        : Math.clamp(Duration.ofNanos(next.at() - System.nanoTime()).toMillis(), 1, IDLE);
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new AssertionError("the server hung up");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ((Ear) key.attachment()).hear(buffer.array(), buffer.position());
  }

  @Override
  public void close() {
    closed = true;
    try {
      for (var key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
