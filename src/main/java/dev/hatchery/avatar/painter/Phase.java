package dev.hatchery.avatar.painter;

/** The phases of a painting and the stages, of forty, which each of them takes. */
public enum Phase {
  SKY(1, 4),
  DISC(5, 6),
  LAND(7, 9),
  SILHOUETTE(10, 10),
  COLOUR(11, 14),
  FORM(15, 19),
  FACE(20, 20),
  DETAIL(21, 32),
  SPARKS(33, 37),
  STIPPLE(38, 39),
  EYES(40, 40);

  /** Number of stages of a whole painting. */
  public static final int STAGES = 40;

  private final int first;
  private final int last;

  Phase(int first, int last) {
    this.first = first;
    this.last = last;
  }

  /** First stage of this phase, 1..40. */
  public int first() {
    return first;
  }

  /** Last stage of this phase, 1..40. */
  public int last() {
    return last;
  }

  /** Whether this phase has the given stage, 1..40. */
  public boolean has(int stage) {
    return first <= stage && stage <= last;
  }
}
