package dev.hatchery.cli;

import dev.hatchery.cli.screen.FramePainter;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.wire.StreamEvent;
import java.time.Duration;
import java.util.Optional;

/** Draws in place: at most ten frames a second, and of each only what changed. */
final class LiveDisplay implements Display {
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final Duration LOOK_AT_SIZE = Duration.ofSeconds(1);

  private final Console console;
  private final FramePainter painter;
  private Terminal.Size size;
  private Duration drawn = FRAME.negated();
  private Duration looked = Duration.ZERO;
  private boolean closed;

  LiveDisplay(Console console, Terminal.Size size) {
    this.console = console;
    this.size = size;
    painter = new FramePainter(console.colour());
  }

  @Override
  public void event(StreamEvent event, HatchView after, Duration elapsed) {
    draw(after, elapsed);
  }

  @Override
  public void idle(HatchView view, Duration elapsed) {
    draw(view, elapsed);
  }

  @Override
  public synchronized void close() {
    closed = true;
    console.send(painter.finish());
  }

  private void draw(HatchView view, Duration elapsed) {
    if (view.stage().ended() || elapsed.minus(drawn).compareTo(FRAME) >= 0) {
      drawn = elapsed;
      follow(elapsed);
      paint(view, elapsed);
    }
  }

  private synchronized void paint(HatchView view, Duration elapsed) {
    if (!closed) {
      console.send(painter.paint(HatchScreen.lines(view, elapsed, size)));
    }
  }

  private void follow(Duration elapsed) {
    if (elapsed.minus(looked).compareTo(LOOK_AT_SIZE) >= 0) {
      looked = elapsed;
      Optional<Terminal.Size> now = console.size().get();
      now.filter(other -> !other.equals(size)).ifPresent(this::resized);
    }
  }

  private synchronized void resized(Terminal.Size now) {
    console.send(painter.clear(now.columns()));
    size = now;
  }
}
