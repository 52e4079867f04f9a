package dev.hatchery.mission.chat;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mission of a series: what is known of it, and what was told of it already. */
final class Member {
  private static final double WHOLE = 100;
  private static final List<String> STEPS =
      Stream.of(MissionStep.values()).map(MissionStep::title).toList();

  private final Telling telling;
  private final RunId mission;
  private final double weight;
  private RunStatus status = RunStatus.PROPOSED;
  private double progress;
  private int stepsTold;
  private boolean begunTold;
  private boolean overTold;

  /**
   * A member of which nothing is known yet.
   *
   * @param weight its part of the whole, in percent
   */
  Member(Telling telling, RunId mission, double weight) {
    this.telling = telling;
    this.mission = mission;
    this.weight = weight;
  }

  /** How it is now. */
  void look(Run run) {
    status = run.status();
    progress = Math.max(progress, over() ? WHOLE : run.standing().progress());
  }

  /** What there is to tell beside how far it is; telling it twice records it once. */
  List<Emission> news(Run run) {
    var news = new ArrayList<Emission>();
    if (status == RunStatus.PROPOSED) {
      return news;
    }
    if (!begunTold) {
      news.add(telling.begun(mission, Mission.of(run).brief().objective(), STEPS));
    }
    for (var step = stepsTold; step < steps(run); step++) {
      news.add(telling.met(mission, step, STEPS.get(step)));
    }
    if (over() && !overTold) {
      news.add(telling.over(mission, passed()));
    }
    return news;
  }

  /** The news of this run were told. */
  void told(Run run) {
    if (status != RunStatus.PROPOSED) {
      begunTold = true;
      stepsTold = Math.max(stepsTold, steps(run));
      overTold = over();
    }
  }

  /** What it adds to the whole, in percent; one that failed is behind us, too. */
  double share() {
    return weight * progress / WHOLE;
  }

  boolean over() {
    return status.ended();
  }

  boolean passed() {
    return status == RunStatus.SUCCEEDED;
  }

  private static int steps(Run run) {
    return (int)
        Mission.of(run).passages().stream()
            .filter(passage -> passage.stage() == Mission.Stage.COMPLETED)
            .count();
  }
}
