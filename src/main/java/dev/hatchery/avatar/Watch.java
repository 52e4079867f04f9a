package dev.hatchery.avatar;

import dev.hatchery.terminal.BarReader;
import dev.hatchery.terminal.LastLines;
import dev.hatchery.terminal.Pty;
import dev.hatchery.terminal.Reading;
import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known about a running render: fed with its bytes by one thread, looked at by another.
 * Speaks of progress at most once in 25 ms, and at once when the state changes: with a look every
 * 10 ms no step is told more than 50 ms late.
 */
final class Watch implements Pty.Output {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long QUIET = Duration.ofMillis(25).toNanos();

  private final BarReader reader = new BarReader();
  private final LastLines lines = new LastLines();
  private final RenderProgress progress;
  private final Patience patience;
  private final RenderListener listener;
  private RenderReport told = RenderReport.beginning();
  private long toldAt;
  private long lastByte;
  private boolean finished;

  Watch(RendererSettings settings, RenderListener listener) {
    long now = System.nanoTime();
    this.progress = new RenderProgress(settings.bars());
    this.patience = new Patience(settings.timeouts(), now);
    this.listener = listener;
    this.toldAt = now - QUIET;
  }

  @Override
  public synchronized void accept(byte[] bytes, int length) {
    lastByte = System.nanoTime();
    patience.bytes(lastByte);
    take(reader.read(bytes, length), lastByte);
  }

  /** Looks again; why the render is to be stopped, if it is. */
  synchronized Optional<RenderException> look() {
    long now = System.nanoTime();
    if (now - lastByte >= QUIET) {
      take(reader.settle(), now);
    }
    tell(now);
    return patience.spent(now);
  }

  /** Says what was not yet said. */
  synchronized void finish() {
    take(reader.settle(), System.nanoTime());
    toldAt = System.nanoTime() - QUIET;
    tell(System.nanoTime());
    finished = true;
  }

  synchronized List<String> lines() {
    return lines.list();
  }

  private void take(List<Reading> readings, long now) {
    for (Reading reading : readings) {
      switch (reading) {
        case Bar bar -> patience.bar();
        case Line line -> lines.add(line.text());
      }
      progress.read(reading).ifPresent(report -> tell(now));
    }
  }

  private void tell(long now) {
    RenderReport report = progress.report();
    boolean due = now - toldAt >= QUIET || report.state() != told.state();
    if (due && !report.equals(told)) {
      told = report;
      toldAt = now;
      say(report);
    }
  }

  /**
   * Hands on a half-painted picture, and then says once more how far it is: the next step, which
   * would tell of the picture, may be long in coming.
   */
  void preview(Picture picture) {
    // Not under the lock: the terminal must be read meanwhile.
    guarded(() -> listener.preview(picture));
    repeat();
  }

  private synchronized void repeat() {
    if (!finished) {
      say(told);
    }
  }

  private void say(RenderReport report) {
    guarded(() -> listener.report(report));
  }

  // A listener's fault must not keep the renderer's terminal from being read.
  private static void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      LOG.warn("a listener to a render failed", e);
    }
  }
}
