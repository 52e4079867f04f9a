package dev.hatchery.avatar.painter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * When each mark is painted and what each stage is called. The marks of a phase are spread evenly
 * over its steps; where there are fewer marks than steps they are painted in strokes, so that no
 * step is empty and every name says what was done.
 */
final class Schedule {
  private static final double ALMOST = 1e-9;

  private final IdentityHashMap<Mark, List<Stroke>> strokes = new IdentityHashMap<>();
  private final String[] names = new String[Phase.STAGES + 1];
  private final int steps;

  /**
   * A part of a mark, one of several bands from top to bottom.
   *
   * @param at the stage, 0 &lt; t ≤ 40, at whose end it is there
   */
  record Stroke(Mark mark, double at, int band, int bands) {
    boolean dueAt(double stage) {
      return at <= stage + ALMOST;
    }
  }

  Schedule(List<Cel> cels, int steps) {
    this.steps = steps;
    for (Phase phase : Phase.values()) {
      spread(phase, marksOf(phase, cels));
    }
  }

  /** The strokes of some marks, the first one first. */
  List<Stroke> strokesOf(List<Mark> marks) {
    List<Stroke> all = new ArrayList<>();
    for (Mark mark : marks) {
      all.addAll(strokes.getOrDefault(mark, List.of()));
    }
    all.sort(Comparator.comparingDouble(Stroke::at));
    return all;
  }

  /** What is painted at stage 1..40. */
  String nameOf(int stage) {
    return names[stage];
  }

  private static List<Mark> marksOf(Phase phase, List<Cel> cels) {
    List<Mark> marks = new ArrayList<>();
    for (Cel cel : cels) {
      for (Mark mark : cel.marks()) {
        if (mark.phase() == phase) {
          marks.add(mark);
        }
      }
    }
    if (phase == Phase.COLOUR) {
      marks.sort(Comparator.comparingDouble(Mark::area).reversed());
    }
    return marks;
  }

  private void spread(Phase phase, List<Mark> marks) {
    double from = phase.first() - 1;
    double span = end(phase) - from;
    int all = (int) Math.ceil(span * steps / Phase.STAGES - ALMOST);
    int bands =
        phase == Phase.EYES ? 1 : Math.max(1, (all + marks.size() - 1) / Math.max(1, marks.size()));
    for (int i = 0; i < marks.size(); i++) {
      List<Stroke> own = new ArrayList<>();
      for (int band = 0; band < bands; band++) {
        double at = from + span * (i * bands + band + 1) / (marks.size() * bands);
        own.add(new Stroke(marks.get(i), phase == Phase.EYES ? Phase.STAGES : at, band, bands));
        name((int) Math.ceil(at - ALMOST), marks.get(i).label());
      }
      strokes.put(marks.get(i), own);
    }
    for (int stage = phase.first(); stage <= phase.last(); stage++) {
      name(stage, phase.name().toLowerCase(Locale.ROOT));
    }
    names[Phase.STAGES] = "the eyes open";
  }

  /** With half stages the stipple goes on until just before the eyes open. */
  private double end(Phase phase) {
    return phase == Phase.STIPPLE && steps > Phase.STAGES
        ? Phase.STAGES - (double) Phase.STAGES / steps
        : phase.last();
  }

  private void name(int stage, String label) {
    names[stage] = names[stage] == null ? label : names[stage];
  }
}
