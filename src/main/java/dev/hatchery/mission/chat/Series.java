package dev.hatchery.mission.chat;

import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Several missions as one run, whose percentage is made of theirs by their weights. It begins
 * without knowing how they are, so that a restart is the same as a start.
 */
final class Series {
  private final Telling telling;
  private final Map<RunId, Member> members = new LinkedHashMap<>();
  private double toldPercent;

  /**
   * A series.
   *
   * @param whole the run that they make up
   * @param weights of its missions, in percent; together 100
   */
  Series(RunId whole, Map<RunId, Double> weights) {
    telling = new Telling(whole.value());
    weights.forEach(
        (mission, weight) -> members.put(mission, new Member(telling, mission, weight)));
  }

  Set<RunId> missions() {
    return Set.copyOf(members.keySet());
  }

  /** What is to be told when one of its missions is so. */
  List<Emission> news(Run mission) {
    var member = member(mission);
    member.look(mission);
    var news = new ArrayList<>(member.news(mission));
    var over = members.values().stream().allMatch(Member::over);
    if (!over && percent() > toldPercent) {
      news.add(telling.measured(percent()));
    }
    if (over) {
      news.add(telling.completed(members.values().stream().allMatch(Member::passed)));
    }
    return news;
  }

  /** That was told. */
  void told(Run mission) {
    member(mission).told(mission);
    toldPercent = percent();
  }

  /** How far it is, 0 to 100. */
  double percent() {
    return Math.min(100, members.values().stream().mapToDouble(Member::share).sum());
  }

  private Member member(Run mission) {
    return Objects.requireNonNull(members.get(mission.id()));
  }
}
