package dev.hatchery.mission.tool.custom;

import dev.hatchery.mission.tool.ToolListener;
import dev.hatchery.terminal.BarProgress;
import dev.hatchery.terminal.BarReader;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.LastLines;
import dev.hatchery.terminal.Reading;

/** How far a command is by the bars that it draws, and its last words. */
final class BarWatch {
  private static final double WORTH_TELLING = 0.005;

  private final BarReader reader = new BarReader();
  private final BarProgress progress = new BarProgress(BarRules.any());
  private final LastLines lines = new LastLines();
  private final ToolListener listener;
  private double told;

  BarWatch(ToolListener listener) {
    this.listener = listener;
  }

  synchronized void read(byte[] bytes, int length) {
    for (var reading : reader.read(bytes, length)) {
      if (reading instanceof Reading.Line line) {
        lines.add(line.text());
      }
      tell(progress.read(reading));
    }
  }

  /** A colon and its last line; empty when it has said nothing. */
  synchronized String lastWords() {
    var words = lines.list();
    return words.isEmpty() ? "" : ": " + words.getLast();
  }

  private void tell(BarProgress.Standing standing) {
    if (standing.fraction() >= told + WORTH_TELLING) {
      told = standing.fraction();
      listener.measured(
          told,
          standing.steps() > 0
              ? "Step %d of %d.".formatted(standing.step(), standing.steps())
              : "The command is at work.");
    }
  }
}
