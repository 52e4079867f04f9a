package dev.hatchery.cli.exec;

import dev.hatchery.cli.screen.SafeText;
import dev.hatchery.cli.screen.Wrap;
import dev.hatchery.terminal.BarProgress;
import dev.hatchery.terminal.BarReader;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads along on a command's terminal.
 *
 * <p>Nobody knows how many bars a command will draw. So one that has a name, which is mostly one of
 * several, moves the percentage through half of what is left, as does one that begins anew; the
 * first one without a name is taken at its word. Of bars within each other the outer one counts, a
 * bar of unknown length moves nothing, and no bar reaches 100: only the end of the command does.
 * Nothing is guessed, and the percentage never falls.
 */
final class Onlooker {
  private static final double PERCENT_MOST = 99;
  private static final double WHOLE = 100;
  private static final int MESSAGE_COLUMNS_MOST = 200;

  private final BarReader reader = new BarReader();
  private final BarProgress progress = new BarProgress(BarRules.any());
  private String message = "";
  private boolean quiet;

  /** Takes what the terminal was sent. */
  synchronized void read(byte[] bytes, int length) {
    quiet = false;
    reader.read(bytes, length).forEach(this::take);
  }

  /**
   * How far it is now. Where nothing was sent since the last look, an unfinished line counts, too.
   */
  synchronized Sight look() {
    if (quiet) {
      reader.settle().forEach(this::take);
    }
    quiet = true;
    var percent =
        BigDecimal.valueOf(progress.standing().fraction() * WHOLE)
            .setScale(1, RoundingMode.DOWN)
            .doubleValue();
    return new Sight(Math.min(PERCENT_MOST, percent), message);
  }

  /** How far it was at its end, with an unfinished line. */
  synchronized Sight lastLook() {
    quiet = true;
    return look();
  }

  private void take(Reading reading) {
    progress.read(reading);
    var words =
        switch (reading) {
          case Reading.Bar bar -> BarWords.of(bar);
          case Reading.Line line -> line.text();
        };
    message = Wrap.fit(SafeText.of(words), MESSAGE_COLUMNS_MOST);
  }
}
