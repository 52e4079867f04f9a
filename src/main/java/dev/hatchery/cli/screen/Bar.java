package dev.hatchery.cli.screen;

/** A progress bar: solid as far as was measured, hatched as far as is estimated. */
public final class Bar {
  private static final double WHOLE = 100;

  private Bar() {}

  /**
   * The bar in exactly so many columns, its brackets among them. Only 100 fills it.
   *
   * @param measured 0 to 100
   * @param progress {@code measured} to 100
   */
  public static Line line(double measured, double progress, int columns) {
    var room = columns - 2;
    var solid = cells(measured, room);
    var shown = Math.max(solid, cells(progress, room));
    return Line.of(
        Span.plain("["),
        new Span("█".repeat(solid), Ink.MEASURED),
        new Span("▒".repeat(shown - solid), Ink.ESTIMATED),
        new Span("░".repeat(room - shown), Ink.SOFT),
        Span.plain("]"));
  }

  private static int cells(double percent, int room) {
    return (int) (Math.clamp(percent, 0, WHOLE) / WHOLE * room);
  }
}
