package dev.hatchery.cli;

import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Terminal;
import java.time.Duration;
import java.util.List;

/** What something looks like in a terminal. */
@FunctionalInterface
interface Screen<V> {
  /** The frame for a terminal of this size; the same view gives the same lines. */
  List<Line> lines(V view, Duration elapsed, Terminal.Size size);
}
