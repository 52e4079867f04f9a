package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far a program's work is by its bars: never falls, whatever the bars do. Not for several
 * threads.
 */
public final class BarProgress {

  /** The parts of a program's work. */
  public enum Stage {
    /** Nothing of the work itself was seen: files are fetched, models loaded. */
    PREPARING,
    /** Its bar moves. */
    MOVING,
    /** Its last bar is full, and the program has not ended yet. */
    FULL
  }

  /**
   * How far it is.
   *
   * @param fraction of the work, measured, 0..1
   * @param bar the one that was read last and changed it; empty before the first
   */
  public record Standing(Stage stage, double fraction, Optional<Bar> bar) {

    private static final int STEPS_MOST = 1_000_000;

    /** Steps done, as the bar counts them; 0 when unknown or when the work has not begun. */
    public int step() {
      return begun().map(bar -> whole(bar.count())).orElse(0);
    }

    /** Steps in all, as the bar counts them; 0 when unknown or when it no longer keeps to them. */
    public int steps() {
      return begun().filter(bar -> bar.fraction().isPresent()).map(b -> whole(b.total())).orElse(0);
    }

    private Optional<Bar> begun() {
      return stage == Stage.PREPARING ? Optional.empty() : bar;
    }

    private static int whole(OptionalDouble number) {
      return (int) Math.min(STEPS_MOST, number.orElse(0));
    }
  }

  private final BarRules rules;
  private @Nullable Pass pass;
  private Standing standing = new Standing(Stage.PREPARING, 0, Optional.empty());

  /** Of a program of which nothing was seen yet. */
  public BarProgress(BarRules rules) {
    this.rules = rules;
  }

  /** How far it is now. */
  public Standing standing() {
    return standing;
  }

  /** Takes one reading; how far it is now. */
  public Standing read(Reading reading) {
    if (reading instanceof Bar bar) {
      read(bar);
    }
    return standing;
  }

  private void read(Bar bar) {
    if (!rules.drives(bar)) {
      prepare(bar);
    } else if (!bar.nested() || pass == null || pass.latest().nested()) {
      move(bar);
    }
  }

  private void prepare(Bar bar) {
    if (standing.stage() == Stage.PREPARING) {
      standing = new Standing(Stage.PREPARING, 0, Optional.of(bar));
    }
  }

  private void move(Bar bar) {
    Pass current = advance(pass, bar);
    pass = current;
    boolean full = bar.full() && current.last(rules, bar);
    double fraction = Math.max(standing.fraction(), current.reached());
    standing =
        new Standing(full ? Stage.FULL : Stage.MOVING, Math.min(1, fraction), Optional.of(bar));
  }

  private Pass advance(@Nullable Pass current, Bar bar) {
    if (current == null) {
      return Pass.first(rules, bar);
    }
    return current.restartedBy(rules, bar)
        ? current.next(rules, standing.fraction(), bar)
        : current.showing(bar);
  }
}
