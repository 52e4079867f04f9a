package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.TerminalText.End;
import org.jspecify.annotations.Nullable;

/**
 * Tells a bar that hangs below a running one from the next bar of several.
 *
 * <p>Both begin on a fresh line under an unfinished bar (the program may have left its loop early).
 * Only a hanging one is followed by the cursor going up again.
 */
final class Nesting {

  private @Nullable Bar here;
  private @Nullable Bar above;
  private boolean undecided;

  /** Whether the cursor is right below an unfinished bar and has not gone up since. */
  boolean undecided() {
    return undecided;
  }

  /** Whether a bar that ends like this hangs below another. */
  boolean below(End end) {
    return undecided && end == End.UP;
  }

  void bar(Bar bar) {
    if (!bar.nested()) {
      here = bar;
      undecided = false;
    }
  }

  void words() {
    here = null;
    above = null;
    undecided = false;
  }

  void cursor(End end) {
    if (end == End.NEWLINE) {
      down();
    } else if (end == End.UP) {
      here = above;
      undecided = false;
    }
  }

  private void down() {
    if (here != null && !here.full()) {
      above = here;
      undecided = true;
    }
    here = null;
  }
}
