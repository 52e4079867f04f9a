package dev.hatchery.avatar;

/**
 * How far a render is.
 *
 * @param fraction of the painting, measured, 0..1, never falls within one render
 * @param step steps done of the current pass, 0 when unknown
 * @param steps in the current pass, 0 when unknown
 * @param message for people
 */
public record RenderReport(State state, double fraction, int step, int steps, String message) {

  /** The parts of a render. */
  public enum State {
    /** Nothing painted yet: files are fetched, models loaded. */
    PREPARING,
    /** The painting bar moves. */
    STEPPING,
    /** The bar is full, the picture is not there yet. */
    FINISHING
  }

  static RenderReport beginning() {
    return new RenderReport(State.PREPARING, 0, 0, 0, "The painter is getting ready.");
  }
}
