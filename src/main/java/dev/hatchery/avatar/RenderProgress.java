package dev.hatchery.avatar;

import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.terminal.BarProgress;
import dev.hatchery.terminal.BarProgress.Standing;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.Reading;
import dev.hatchery.terminal.Reading.Bar;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns what a renderer's bars show into how far the render is. Not for several threads. */
public final class RenderProgress {

  private static final int NAME_MOST = 80;

  private final BarProgress bars;
  private RenderReport report = RenderReport.beginning();

  /** A render of which nothing was seen yet. */
  public RenderProgress(BarRules rules) {
    this.bars = new BarProgress(rules);
  }

  /** How far it is now. */
  public RenderReport report() {
    return report;
  }

  /** Takes one reading; the new report if it changes anything. */
  public Optional<RenderReport> read(Reading reading) {
    RenderReport before = report;
    Standing standing = bars.read(reading);
    standing.bar().ifPresent(bar -> report = report(standing, bar));
    return report.equals(before) ? Optional.empty() : Optional.of(report);
  }

  private static RenderReport report(Standing standing, Bar bar) {
    return switch (standing.stage()) {
      case PREPARING -> new RenderReport(State.PREPARING, 0, 0, 0, preparing(bar));
      case MOVING -> painting(State.STEPPING, standing, painting(standing, bar));
      case FULL -> painting(State.FINISHING, standing, "Finishing…");
    };
  }

  private static RenderReport painting(State state, Standing standing, String message) {
    return new RenderReport(state, standing.fraction(), standing.step(), standing.steps(), message);
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

  private static String painting(Standing standing, Bar bar) {
    OptionalDouble fraction = bar.fraction();
    if (fraction.isEmpty()) {
      return bar.count().isPresent()
          ? "Painting, step %d.".formatted(standing.step())
          : "Painting.";
    }
    if (bar.count().isPresent() && bar.total().isPresent()) {
      return "Painting, step %d of %d.".formatted(standing.step(), standing.steps());
    }
    return String.format(Locale.ROOT, "Painting, %.0f %%.", fraction.getAsDouble() * 100);
  }
}
