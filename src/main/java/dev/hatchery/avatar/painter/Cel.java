package dev.hatchery.avatar.painter;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * One transparent sheet of the stack a picture is made of, as in an animation studio: a part of the
 * creature can be shaded long after the part in front of it was painted.
 */
final class Cel {
  private final List<Mark> marks = new ArrayList<>();
  private final double takenAwayAt;

  /** A sheet which stays. */
  Cel() {
    this(Double.POSITIVE_INFINITY);
  }

  /** A sheet which is taken away at a stage: the wash when the colours are in, the closed lids. */
  Cel(double takenAwayAt) {
    this.takenAwayAt = takenAwayAt;
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  List<Mark> marks() {
    return marks;
  }

  boolean shownAt(double stage) {
    return stage < takenAwayAt;
  }

  boolean stays() {
    return takenAwayAt == Double.POSITIVE_INFINITY;
  }

  /** What a mark that stays within may touch is given by the others. */
  Rectangle2D bounds() {
    Rectangle2D all = new Rectangle2D.Double();
    for (Mark mark : marks) {
      if (!mark.within()) {
        Rectangle2D box = mark.bounds();
        all = all.isEmpty() ? box : all.createUnion(box);
      }
    }
    return all.createIntersection(new Rectangle2D.Double(0, 0, Sketch.SIZE, Sketch.SIZE));
  }
}
