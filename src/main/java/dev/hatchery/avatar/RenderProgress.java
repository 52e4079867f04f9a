package dev.hatchery.avatar;

import dev.hatchery.avatar.Reading.Bar;
import dev.hatchery.avatar.RenderReport.State;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is read on a renderer's terminal into how far the render is. Not for several threads.
 */
final class RenderProgress {

  private static final int STEPS_MOST = 1_000_000;
  private static final int NAME_MOST = 80;

  private final BarRules rules;
  private @Nullable Pass pass;
  private RenderReport report = RenderReport.beginning();

  /** A render of which nothing was seen yet. */
  RenderProgress(BarRules rules) {
    this.rules = rules;
  }

  /** How far it is now. */
  RenderReport report() {
    return report;
  }

  /** Takes one reading; the new report if it changes anything. */
  Optional<RenderReport> read(Reading reading) {
    RenderReport before = report;
    if (reading instanceof Bar bar) {
      read(bar);
    }
    return report.equals(before) ? Optional.empty() : Optional.of(report);
  }

  private void read(Bar bar) {
    if (!rules.paints(bar)) {
      prepare(bar);
    } else if (drives(bar)) {
      paint(bar);
    }
  }

  private void prepare(Bar bar) {
    if (report.state() == State.PREPARING) {
      report = new RenderReport(State.PREPARING, 0, 0, 0, preparing(bar));
    }
  }

  private boolean drives(Bar bar) {
    return !bar.nested() || pass == null || pass.latest().nested();
  }

  private void paint(Bar bar) {
    Pass current = advance(pass, bar);
    pass = current;
    double fraction = Math.max(report.fraction(), current.reached());
    boolean finishing = bar.full() && current.last(rules);
    report =
        new RenderReport(
            finishing ? State.FINISHING : State.STEPPING,
            Math.min(1, fraction),
            whole(bar.count()),
            bar.fraction().isPresent() ? whole(bar.total()) : 0,
            finishing ? "Finishing…" : painting(bar));
  }

  private Pass advance(@Nullable Pass current, Bar bar) {
    if (current == null) {
      return Pass.first(rules, bar);
    }
    return current.restartedBy(bar)
        ? current.next(rules, report.fraction(), bar)
        : current.showing(bar);
  }

  private static String preparing(Bar bar) {
    if (bar.style() == Reading.Style.SDCPP_LOADING) {
      return "Loading the painter's model; not part of the percentage.";
    }
    if (bar.unit().equals("B") || bar.name().startsWith("Fetching")) {
      return "Fetching the painter's files; not part of the percentage.";
    }
    if (bar.name().isEmpty()) {
      return "The painter is getting ready; not part of the percentage.";
    }
    String name = bar.name();
    String known = name.length() > NAME_MOST ? name.substring(0, NAME_MOST) + "…" : name;
    return known + "; not part of the percentage.";
  }

  private static String painting(Bar bar) {
    OptionalDouble fraction = bar.fraction();
    if (fraction.isEmpty()) {
      return bar.count().isPresent()
          ? "Painting, step %d.".formatted(whole(bar.count()))
          : "Painting.";
    }
    if (bar.count().isPresent() && bar.total().isPresent()) {
      return "Painting, step %d of %d.".formatted(whole(bar.count()), whole(bar.total()));
    }
    return String.format(Locale.ROOT, "Painting, %.0f %%.", fraction.getAsDouble() * 100);
  }

  private static int whole(OptionalDouble number) {
    return (int) Math.min(STEPS_MOST, number.orElse(0));
  }
}
