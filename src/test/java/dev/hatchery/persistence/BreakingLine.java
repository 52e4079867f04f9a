package dev.hatchery.persistence;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line to PostgreSQL that can break when the answer to a commit is under way, or fall silent. */
final class BreakingLine {
  private final AtomicBoolean breaks = new AtomicBoolean();
  private final AtomicBoolean silent = new AtomicBoolean();
  private final int server;
  private final NetClient client;
  private final NetServer near;

  /** To a port of this machine; ends with the engine. */
  BreakingLine(Vertx vertx, int server) {
    this.server = server;
    client = vertx.createNetClient();
    near = vertx.createNetServer().connectHandler(this::connect);
    StorageFixture.await(near.listen(0, "127.0.0.1"));
  }

  int port() {
    return near.actualPort();
  }

  /** The next commit is done, and who asked for it does not hear so. */
  void breakAtCommit() {
    breaks.set(true);
  }

  boolean broken() {
    return !breaks.get();
  }

  /** Whether answers get lost, and nobody hangs up. */
  void silence(boolean falls) {
    silent.set(falls);
  }

  private void connect(NetSocket asking) {
    asking.pause();
    client
        .connect(server, "127.0.0.1")
        .onSuccess(answering -> join(asking, answering))
        .onFailure(failure -> asking.close());
  }

  private void join(NetSocket asking, NetSocket answering) {
    answering.handler(
        said -> {
          if (!silent.get()) {
            asking.write(said);
          }
        });
    asking.handler(
        said -> {
          if (commits(said) && breaks.compareAndSet(true, false)) {
            answering.handler(done -> asking.close());
          }
          answering.write(said);
        });
    asking.closeHandler(gone -> answering.close());
    answering.closeHandler(gone -> asking.close());
    asking.resume();
  }

  private static boolean commits(Buffer said) {
    return said.toString(StandardCharsets.ISO_8859_1).contains("COMMIT");
  }
}
