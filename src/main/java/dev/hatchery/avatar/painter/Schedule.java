package dev.hatchery.avatar.painter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * When each mark is painted and what each stage is called: the marks of a phase are spread evenly
 * over the stages of the phase, so that no stage is empty and every name says what was done.
 */
final class Schedule {
  private final IdentityHashMap<Mark, Double> times = new IdentityHashMap<>();
  private final String[] names = new String[Phase.STAGES + 1];

  Schedule(List<Cel> cels) {
    for (Phase phase : Phase.values()) {
      spread(phase, marksOf(phase, cels));
    }
  }

  /** The stage, 0 &lt; t ≤ 40, at whose end the mark is there. */
  double timeOf(Mark mark) {
    return times.getOrDefault(mark, (double) Phase.STAGES);
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
    int span = phase.last() - phase.first() + 1;
    for (int i = 0; i < marks.size(); i++) {
      double at = phase.first() - 1 + span * (i + 1.0) / marks.size();
      Mark mark = marks.get(i);
      times.put(mark, phase == Phase.EYES ? Phase.STAGES : at);
      int stage = (int) Math.ceil(at - 1e-9);
      names[stage] = names[stage] == null ? mark.label() : names[stage];
    }
    for (int stage = phase.first(); stage <= phase.last(); stage++) {
      names[stage] = names[stage] == null ? phase.name().toLowerCase(Locale.ROOT) : names[stage];
    }
  }
}
