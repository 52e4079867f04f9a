package dev.hatchery.avatar.catalog;

import dev.hatchery.avatar.Checkup;
import dev.hatchery.avatar.Picture;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.Renderer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has a renderer paint one picture for real, to see whether it can. Blocks its caller.
 *
 * @param renderer made from an entry's {@link dev.hatchery.config.RendererEntry#trial}
 * @param folder for the files of the trial alone; created, and deleted at its end
 * @param most how long it may take
 */
public record RendererTrial(Renderer renderer, Path folder, Duration most) {

  /** A renderer stops within 1 s, and then deletes its files. */
  private static final Duration STOPPING_MOST = Duration.ofSeconds(5);

  private static final String PROMPT = "a small round bird on a branch, plain background";

  /** Paints; what came of it, in words. Nothing of it is left then, unless it cannot be stopped. */
  public Checkup paint() throws InterruptedException {
    List<RenderReport> reports = new ArrayList<>();
    var order = new RenderOrder(PROMPT, 1, "trial:" + ProcessHandle.current().pid(), folder);
    var work = renderer.work(order, report -> add(reports, report));
    var before = System.nanoTime();
    var started = work.start();
    try {
      var picture = started.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return painted(picture, Duration.ofNanos(System.nanoTime() - before), reports);
    } catch (TimeoutException e) {
      return Checkup.ill("It painted nothing within %d s.".formatted(most.toSeconds()));
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      work.cancel();
      awaitEnd(started);
    }
  }

  private static void awaitEnd(Future<Picture> started) throws InterruptedException {
    try {
      var unused = started.get(STOPPING_MOST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What came of it is said already.
    }
  }

  private static void add(List<RenderReport> reports, RenderReport report) {
    synchronized (reports) {
      reports.add(report);
    }
  }

  private static Checkup painted(Picture picture, Duration took, List<RenderReport> reports) {
    boolean measured;
    synchronized (reports) {
      measured = reports.stream().anyMatch(report -> report.steps() > 0);
    }
    return Checkup.well(
        String.format(
            Locale.ROOT,
            "It painted a picture of %d × %d in %.1f s%s.",
            picture.width(),
            picture.height(),
            took.toMillis() / 1000.0,
            measured ? "" : ", and told no progress: that will be estimated"));
  }

  private static Checkup failed(Throwable cause) {
    if (cause instanceof RenderException known) {
      var said = known.lines().isEmpty() ? "" : " It said: " + known.lines().getLast();
      return Checkup.ill(known.getMessage() + said);
    }
    return Checkup.ill("It could not be run: " + cause.getMessage());
  }
}
