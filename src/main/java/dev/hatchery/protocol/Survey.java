package dev.hatchery.protocol;

/**
 * What somebody said of a mission that is done.
 *
 * @param rating 1 to 10
 * @param timeSaved whether it saved time
 * @param wouldRepeat whether they would let it be done so again
 */
public record Survey(int rating, boolean timeSaved, boolean wouldRepeat) {
  private static final int BEST = 10;
  private static final int POOR = 5;
  private static final double PRAISE = 0.05;
  private static final double BLAME = -0.1;

  public Survey {
    if (rating < 1 || rating > BEST) {
      throw new IllegalArgumentException("a rating is from 1 to 10");
    }
  }

  /** What it adds to the confidence in the tool: the best rating 0.05, one of 5 or less −0.1. */
  public double adjustment() {
    if (rating == BEST) {
      return PRAISE;
    }
    return rating <= POOR ? BLAME : 0;
  }
}
