package dev.hatchery.cli;

import dev.hatchery.cli.screen.FramePainter;
import dev.hatchery.cli.screen.Signals;
import dev.hatchery.cli.screen.Taskbar;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.cli.view.Shown;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Draws in place: at most ten frames a second, and of each only what changed. */
final class LiveDisplay<V extends Shown> implements Display<V> {
  private static final Duration FRAME = Duration.ofMillis(100);

  private final Console console;
  private final Screen<V> screen;
  private final FramePainter painter;
  private final Taskbar taskbar;

  /** At first, too: the window may have changed before its signal was heard. */
  private final AtomicBoolean resized = new AtomicBoolean(true);

  private final Signals signals = new Signals();
  private Terminal.Size size;
  private long drawn = System.nanoTime() - FRAME.toNanos();
  private boolean closed;

  LiveDisplay(Console console, Screen<V> screen, Terminal.Size size) {
    this.console = console;
    this.screen = screen;
    this.size = size;
    painter = new FramePainter(console.colour());
    taskbar = new Taskbar(console.environment());
    signals.on("WINCH", () -> resized.set(true));
    // Whoever stopped us and let us go on has drawn over our frame meanwhile.
    signals.on("CONT", () -> resized.set(true));
  }

  @Override
  public void event(StreamEvent event, V after, Duration elapsed) {
    draw(after, elapsed);
  }

  @Override
  public void idle(V view, Duration elapsed) {
    draw(view, elapsed);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      signals.close();
      console.send(taskbar.clear() + painter.finish());
    }
  }

  private void draw(V view, Duration elapsed) {
    var now = System.nanoTime();
    if (view.ended() || now - drawn >= FRAME.toNanos()) {
      drawn = now;
      if (resized.getAndSet(false)) {
        console.size().get().ifPresent(this::resize);
      }
      paint(view, elapsed);
    }
  }

  private synchronized void paint(V view, Duration elapsed) {
    if (!closed) {
      console.send(
          taskbar.show(view.progress(), view.failed())
              + painter.paint(screen.lines(view, elapsed, size)));
    }
  }

  private synchronized void resize(Terminal.Size now) {
    console.send(painter.clear(now.columns()));
    size = now;
  }
}
