package dev.hatchery.artifact;

import dev.hatchery.artifact.Drawing.Box;
import dev.hatchery.artifact.Drawing.Ink;
import dev.hatchery.artifact.Drawing.Shape;
import dev.hatchery.artifact.Drawing.Text;
import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Chart;
import java.util.ArrayList;
import java.util.List;

/** A chart as lying bars, the first at the top; what is below zero goes to the left. */
final class ChartDrawing {
  private static final int WIDTH = 720;
  private static final int MARGIN = 16;
  private static final int ROW = 32;
  private static final int BAR = 18;
  private static final int LABELS = 200;
  private static final int VALUES = 120;
  private static final int BASELINE = 21;
  private static final double LINE = 1.5;

  /** In characters; a label of wide ones goes on under the bars, so that its beginning is read. */
  private static final int LABEL_MOST = 20;

  private static final int VALUE_MOST = 13;

  /** Beyond these a picture helps nobody; all of them are in the data. */
  private static final int BARS_MOST = 40;

  private final String unit;
  private final List<Bar> bars;
  private final int left;

  /** The largest distance from zero, so that bars are reckoned as shares of it. */
  private final double scale;

  /** Where zero is, as a share of the width of all bars. */
  private final double zero;

  private final double span;

  private ChartDrawing(Chart chart) {
    this.unit = chart.unit() == null ? "" : " " + PlainLine.of(chart.unit());
    this.bars = chart.bars().stream().limit(BARS_MOST).toList();
    this.left = chart.bars().size() - bars.size();
    var largest = bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(0);
    this.scale = largest == 0 ? 1 : largest;
    var lowest = bars.stream().mapToDouble(this::share).min().orElse(0);
    var highest = bars.stream().mapToDouble(this::share).max().orElse(0);
    this.span = Math.max(highest, 0) - Math.min(lowest, 0);
    this.zero = span == 0 ? 0 : -Math.min(lowest, 0) / span;
  }

  static Drawing of(Chart chart) {
    return new ChartDrawing(chart).drawn();
  }

  private Drawing drawn() {
    var rows = bars.size() + (left > 0 ? 1 : 0);
    var height = 2 * MARGIN + ROW * rows;
    var shapes = new ArrayList<Shape>();
    shapes.add(new Box(0, 0, WIDTH, height, Ink.PAPER));
    for (int row = 0; row < bars.size(); row++) {
      draw(bars.get(row), MARGIN + ROW * row, shapes);
    }
    shapes.add(new Box(at(0) - LINE / 2, MARGIN, LINE, ROW * bars.size(), Ink.LINE));
    if (left > 0) {
      var below = MARGIN + ROW * bars.size() + BASELINE;
      shapes.add(new Text(MARGIN, below, "and %d more".formatted(left), Ink.TEXT));
    }
    return new Drawing(WIDTH, height, sentence(), shapes);
  }

  private void draw(Bar bar, int top, List<Shape> shapes) {
    var from = Math.min(at(0), at(share(bar)));
    var to = Math.max(at(0), at(share(bar)));
    var baseline = top + BASELINE;
    shapes.add(new Text(MARGIN, baseline, PlainLine.of(bar.label(), LABEL_MOST), Ink.TEXT));
    shapes.add(new Box(LABELS, top + (ROW - BAR) / 2.0, plot(), BAR, Ink.TRACK));
    shapes.add(new Box(from, top + (ROW - BAR) / 2.0, to - from, BAR, Ink.BAR));
    shapes.add(
        new Text(
            WIDTH - VALUES + MARGIN / 2.0,
            baseline,
            PlainLine.of(Numerals.of(bar.value()) + unit, VALUE_MOST),
            Ink.TEXT));
  }

  private String sentence() {
    return bars.isEmpty()
        ? "A chart without bars."
        : "A chart of %d bars, from %s to %s%s."
            .formatted(
                bars.size() + left,
                Numerals.of(bars.stream().mapToDouble(Bar::value).min().orElse(0)),
                Numerals.of(bars.stream().mapToDouble(Bar::value).max().orElse(0)),
                unit);
  }

  private double share(Bar bar) {
    return bar.value() / scale;
  }

  private double at(double share) {
    return LABELS + plot() * (span == 0 ? 0 : zero + share / span);
  }

  private static double plot() {
    return WIDTH - LABELS - VALUES;
  }
}
