package dev.hatchery.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An encrypted connection: lines at first, and whatever Hazelcast says after them. */
final class TunnelSocket {
  private static final int LINE_MOST = 512;
  private static final Duration LINE_PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final NetSocket socket;
  private Buffer heard = Buffer.buffer();

  TunnelSocket(Vertx vertx, NetSocket socket) {
    this.vertx = vertx;
    this.socket = socket.pause();
  }

  void say(String line) {
    socket.write(line + "\n");
  }

  /** Closes it once all is said. */
  void end() {
    socket.end();
  }

  void close() {
    socket.close();
  }

  /** The next line; fails when there is none soon, and is to be closed then. */
  Future<String> line() {
    Promise<String> line = Promise.promise();
    var late =
        vertx.setTimer(
            LINE_PATIENCE.toMillis(), id -> line.tryFail(new IOException("it says nothing")));
    socket.closeHandler(closed -> line.tryFail(new IOException("it was closed")));
    socket.exceptionHandler(line::tryFail);
    socket.handler(more -> hear(more, line));
    socket.resume();
    return line.future().onComplete(any -> vertx.cancelTimer(late));
  }

  private void hear(Buffer more, Promise<String> line) {
    heard.appendBuffer(more);
    var end = heard.toString(StandardCharsets.US_ASCII).indexOf('\n');
    if (end >= 0) {
      socket.pause();
      var text = heard.getString(0, end, StandardCharsets.US_ASCII.name());
      heard = heard.getBuffer(end + 1, heard.length());
      line.tryComplete(text);
    } else if (heard.length() > LINE_MOST) {
      line.tryFail(new IOException("its line is too long"));
    }
  }

  /** Carries everything from now on to another socket and back, no faster than each can take. */
  void carry(NetSocket other) {
    socket.closeHandler(closed -> other.close());
    other.closeHandler(closed -> socket.close());
    if (heard.length() > 0) {
      other.write(heard);
    }
    socket.pipeTo(other).onComplete(ended -> other.close());
    other.pipeTo(socket).onComplete(ended -> socket.close());
  }
}
