package dev.hatchery.avatar;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.terminal.ChildRecord;
import dev.hatchery.terminal.MissingCommandException;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Pty;
import dev.hatchery.terminal.PtyCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One render, from its order to its picture, on threads of its own. When it has ended, however it
 * did, no process, terminal or file of it is left.
 */
final class Render implements RenderWork {

  private static final Logger LOG = LoggerFactory.getLogger(Render.class);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final int LOOKS_PER_CENSUS = 100;
  private static final Duration PREVIEW = Duration.ofMillis(200);
  private static final Duration CANCEL_GRACE = Duration.ofMillis(500);
  private static final Duration TIMEOUT_GRACE = Duration.ofSeconds(3);
  private static final Duration ORPHAN_GRACE = Duration.ofMillis(200);
  private static final Duration REAPED = Duration.ofSeconds(2);

  private final RendererSettings settings;
  private final RenderOrder order;
  private final Watch watch;
  private final CompletableFuture<Picture> result = new CompletableFuture<>();
  private final CompletableFuture<Integer> cancelled = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Makes it, to be started at once: its time-outs count from here. */
  Render(RendererSettings settings, RenderOrder order, RenderListener listener) {
    this.settings = settings;
    this.order = order;
    this.watch = new Watch(settings, listener);
  }

  @Override
  public CompletableFuture<Picture> start() {
    Thread.ofPlatform().daemon().name("render-" + order.mark()).start(this::run);
    return result;
  }

  /** Stops it: 500 ms after this nothing of it runs. */
  @Override
  public void cancel() {
    cancelled.complete(-1);
  }

  private void run() {
    try {
      Picture picture = inDirectory();
      result.complete(picture);
    } catch (RenderException e) {
      result.completeExceptionally(e.after(watch.lines()));
    } catch (IOException e) {
      result.completeExceptionally(unstartable(e));
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private Picture inDirectory() throws RenderException, IOException {
    RunDirectory directory = RunDirectory.create(order.directory());
    try {
      Picture picture = paint(directory);
      requireWanted();
      return picture;
    } finally {
      clear(directory);
    }
  }

  // A picture that is painted is painted: the sweep at the next start deletes what stays now.
  private static void clear(RunDirectory directory) {
    try {
      directory.delete();
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", directory.root(), e);
    }
  }

  private void requireWanted() throws RenderException {
    if (cancelled.isDone()) {
      throw RenderException.of(Reason.CANCELLED, "You stopped it here. Nothing was kept.");
    }
  }

  private Picture paint(RunDirectory directory) throws RenderException, IOException {
    ChildRecord.starting(order.mark()).write(directory.root());
    Pty pty = started(directory);
    ProcessTree tree = ProcessTree.of(pty.pid(), order.mark());
    Thread previews = previews(directory);
    try {
      ChildRecord.of(order.mark(), pty.pid()).write(directory.root());
      Endings.requireWell(await(pty, tree));
    } finally {
      // Also after a good end: what it left behind would hold the model's memory.
      tree.stop(ORPHAN_GRACE);
      ended.countDown();
      join(pty, previews);
      watch.finish();
    }
    return Endings.picture(directory.output());
  }

  private Pty started(RunDirectory directory) throws RenderException, IOException {
    Map<String, String> environment =
        ChildEnvironment.of(System.getenv(), settings.environment(), order.mark());
    try {
      return Pty.start(
          new PtyCommand(
              settings.template().argv(values(directory)), environment, directory.work()),
          watch);
    } catch (MissingCommandException e) {
      throw RenderException.of(Reason.MISSING, settings.missing(e));
    }
  }

  private Map<String, String> values(RunDirectory directory) {
    return Map.of(
        "prompt", order.prompt(),
        "seed", Long.toString(order.seed()),
        "steps", Integer.toString(settings.steps()),
        "width", Integer.toString(settings.width()),
        "height", Integer.toString(settings.height()),
        "output", directory.output().toString(),
        "previews", directory.previews().toString());
  }

  private int await(Pty pty, ProcessTree tree) throws RenderException {
    CompletableFuture<Object> over = CompletableFuture.anyOf(pty.exit(), cancelled);
    for (int looks = 0; !over.isDone(); looks++) {
      pause(over);
      if (looks % LOOKS_PER_CENSUS == 0) {
        tree.observe();
      }
      Optional<RenderException> spent = watch.look();
      if (spent.isPresent()) {
        tree.stop(TIMEOUT_GRACE);
        throw spent.get();
      }
    }
    if (cancelled.isDone()) {
      tree.stop(CANCEL_GRACE);
    }
    requireWanted();
    return pty.exit().join();
  }

  private Thread previews(RunDirectory directory) {
    return Thread.ofPlatform()
        .daemon()
        .name("render-previews-" + order.mark())
        .start(() -> show(new Previews(directory.previews())));
  }

  private void show(Previews previews) {
    while (!ended()) {
      previews.next().ifPresent(watch::preview);
    }
  }

  private boolean ended() {
    try {
      return ended.await(PREVIEW.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void pause(CompletableFuture<Object> over) {
    try {
      over.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      // Time to look.
    }
  }

  private static void join(Pty pty, Thread previews) {
    try {
      pty.closed().get(REAPED.toMillis(), TimeUnit.MILLISECONDS);
      previews.join(REAPED);
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      // It was killed and will be closed by its own threads.
    }
  }

  private static RenderException unstartable(IOException e) {
    return RenderException.of(
        Reason.CRASHED, "The painter could not be started: " + e.getMessage() + ".");
  }
}
