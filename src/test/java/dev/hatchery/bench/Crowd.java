package dev.hatchery.bench;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many watchers on one thread, each of whom must get every event once and in order. */
final class Crowd implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Selector selector;
  private final List<Member> members = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final List<Latencies> latencies;
  private final long warmUp;
  private long received;
  private @Nullable Throwable failure;
  private volatile boolean closed;

  /** One of them. */
  private static final class Member {
    private final SocketChannel channel;
    private final StreamScan scan = new StreamScan();
    private final BitSet got = new BitSet();
    private long lastId;

    Member(SocketChannel channel) {
      this.channel = channel;
    }
  }

  /**
   * Opens all of them; from then on they are live.
   *
   * @param path which stream each opens
   * @param warmUp events with a lower number are not measured
   */
  Crowd(URI server, int count, IntFunction<String> path, long warmUp) {
    this(server, count, path, warmUp, 1);
  }

  /**
   * Opens all of them; from then on they are live.
   *
   * @param path which stream each opens
   * @param warmUp events with a lower number are not measured
   * @param kinds how many kinds of events there are, each measured by itself; they take turns
   */
  Crowd(URI server, int count, IntFunction<String> path, long warmUp, int kinds) {
    this.warmUp = warmUp;
    this.latencies = Stream.generate(Latencies::new).limit(kinds).toList();
    try {
      selector = Selector.open();
      for (var i = 0; i < count; i++) {
        members.add(open(server, path.apply(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("crowd").start(this::read);
  }

  private Member open(URI server, String path) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(path, server.getAuthority());
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    var member = new Member(channel);
    greeted(member);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, member);
    return member;
  }

  /** From the end of its greeting on a stream is live, and what comes with it counts. */
  private void greeted(Member member) throws IOException {
    var text = new StringBuilder();
    while (!isGreeting(text)) {
      buffer.clear();
      assertThat(member.channel.read(buffer)).as("a stream is greeted").isPositive();
      buffer.flip();
      while (buffer.hasRemaining() && !isGreeting(text)) {
        text.append((char) buffer.get());
      }
    }
    assertThat(text).startsWith("HTTP/1.1 200");
    take(member);
  }

  private static boolean isGreeting(StringBuilder text) {
    var length = text.length();
    return length > 1
        && text.charAt(length - 1) == '\n'
        && text.charAt(length - 2) == '\n'
        && text.indexOf("retry: ") > 0;
  }

  private void read() {
    try {
      while (!closed) {
        selector.select(key -> read((Member) key.attachment()), 100);
        synchronized (this) {
          notifyAll();
        }
      }
    } catch (Throwable e) {
      synchronized (this) {
        failure = closed ? null : e;
        notifyAll();
      }
    }
  }

  private void read(Member member) {
    buffer.clear();
    try {
      assertThat(member.channel.read(buffer)).as("a stream goes on").isPositive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.flip();
    take(member);
  }

  private synchronized void take(Member member) {
    var now = System.nanoTime();
    while (buffer.hasRemaining()) {
      member.scan.take(
          buffer.get(), (id, number, sentAt) -> got(member, id, (int) number, now - sentAt));
    }
  }

  private void got(Member member, long id, int number, long latency) {
    if (id <= member.lastId || member.got.get(number)) {
      throw new AssertionError(
          "event %d came again or too late, as %d after %d".formatted(number, id, member.lastId));
    }
    member.lastId = id;
    member.got.set(number);
    received++;
    if (number >= warmUp) {
      latencies.get(number % latencies.size()).add(latency);
    }
  }

  /** Waits until each has had so many events, all of them different. */
  synchronized void await(long events) {
    var all = events * members.size();
    var end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (received < all && failure == null && System.nanoTime() < end) {
        wait(100);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure != null) {
      throw new AssertionError("a watcher was not served as it should be", failure);
    }
    assertThat(received)
        .as("%d watchers got %d events each", members.size(), events)
        .isEqualTo(all);
  }

  /** From when an event was sent to when a watcher had it, where all are of one kind. */
  Latencies latencies() {
    return latencies(0);
  }

  /** The same of each event whose number leaves this when it is divided by the number of kinds. */
  Latencies latencies(int kind) {
    return latencies.get(kind);
  }

  @Override
  public void close() {
    closed = true;
    try {
      for (var member : members) {
        member.channel.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
