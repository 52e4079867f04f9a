package dev.hatchery.mission.tool.custom;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.ToolListener;
import dev.hatchery.mission.tool.web.Exchange;
import dev.hatchery.terminal.ChildRecord;
import dev.hatchery.terminal.ProcessTree;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

/**
 * A command while it runs, behind pipes. Reads on platform threads of its own, since a read from a
 * process pins the carrier of a virtual one.
 */
final class CommandRun {
  private static final Duration GRACE = Duration.ofMillis(500);

  /** How long what the command has started may go on talking after its end. */
  private static final Duration LINGER = Duration.ofMillis(200);

  private static final int BUFFER = 8_192;

  private final Vertx vertx;
  private final Context context;
  private final Process process;
  private final ProcessTree tree;
  private final BarWatch bars;
  private final Promise<String> over = Promise.promise();

  private CommandRun(Vertx vertx, Process process, String mark, ToolListener listener) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.process = process;
    this.tree = ProcessTree.of(process.pid(), mark);
    this.bars =
        new BarWatch((fraction, words) -> onContext(() -> listener.measured(fraction, words)));
  }

  /**
   * Starts the command; blocks for a moment.
   *
   * @throws IOException when there is no such program
   */
  static CommandRun start(Vertx vertx, Command command, ToolListener listener) throws IOException {
    var mark = "tool:" + UUID.randomUUID();
    var environment = new HashMap<>(command.environment());
    environment.put(ProcessTree.MARK, mark);
    var folder = command.folder();
    ChildRecord.starting(mark).write(folder.root());
    var builder = new ProcessBuilder(command.argv()).directory(folder.work().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    ChildRecord.of(mark, process.pid()).write(folder.root());
    process.getOutputStream().close();
    return new CommandRun(vertx, process, mark, listener).begun();
  }

  /**
   * What it says on its standard output; fails with a {@link ToolException}, or with what it was
   * stopped for. None of its processes is left then.
   */
  Future<String> answer(Duration patience) {
    var late =
        new ToolException("The command took longer than %d s".formatted(patience.toSeconds()));
    var timer = vertx.setTimer(Math.max(1, patience.toMillis()), passed -> stop(late));
    return over.future().onComplete(any -> vertx.cancelTimer(timer));
  }

  /** Ends it and all that it has started, for this reason; does not wait. */
  void stop(Throwable why) {
    thread("tool-end", () -> end(why));
  }

  private CommandRun begun() {
    thread("tool-bars", this::watch);
    thread("tool-output", this::read);
    var unused = process.onExit().thenRun(() -> vertx.setTimer(LINGER.toMillis(), this::linger));
    return this;
  }

  /** Whoever the command left behind holds its output open, which is read to its end. */
  private void linger(long timer) {
    if (!over.future().isComplete()) {
      thread("tool-left", () -> tree.stop(GRACE));
    }
  }

  private void end(Throwable why) {
    tree.stop(GRACE);
    onContext(() -> over.tryFail(why));
  }

  private void read() {
    var said = new ByteArrayOutputStream();
    try (var out = process.getInputStream()) {
      var buffer = new byte[BUFFER];
      for (var length = out.read(buffer); length > 0; length = out.read(buffer)) {
        said.write(buffer, 0, length);
        if (said.size() > Exchange.MOST) {
          end(new ToolException("The answer is larger than 2 MiB"));
          return;
        }
      }
      ended(process.waitFor(), said.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      end(new ToolException("The command broke off"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(int code, String said) {
    tree.stop(GRACE);
    if (code == 0) {
      onContext(() -> over.tryComplete(said));
    } else {
      var words = "The command ended with code %d%s".formatted(code, bars.lastWords());
      onContext(() -> over.tryFail(new ToolException(words)));
    }
  }

  private void watch() {
    try (InputStream err = process.getErrorStream()) {
      var buffer = new byte[BUFFER];
      for (var length = err.read(buffer); length > 0; length = err.read(buffer)) {
        bars.read(buffer, length);
      }
    } catch (IOException endedInBetween) {
      // What was seen is told.
    }
  }

  private void thread(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name + "-" + process.pid()).start(work);
  }

  private void onContext(Runnable step) {
    try {
      context.runOnContext(go -> step.run());
    } catch (RejectedExecutionException e) {
      over.tryFail(e);
    }
  }
}
