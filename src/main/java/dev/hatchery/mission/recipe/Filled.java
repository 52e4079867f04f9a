package dev.hatchery.mission.recipe;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Gaps;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Recipes.Filling;
import java.util.LinkedHashMap;
import java.util.List;

/** A brief whose gaps are filled. */
final class Filled {
  private Filled() {}

  /**
   * The brief with these words in the gaps of its objective.
   *
   * @throws ProblemException when a gap stays open, there is no such gap, or it becomes too long
   */
  static Brief brief(Brief brief, List<Filling> fillings) {
    var gaps = new Gaps(brief.objective());
    var words = new LinkedHashMap<String, String>();
    fillings.forEach(filling -> words.put(filling.gap(), filling.words()));
    for (var name : gaps.names()) {
      if (!words.containsKey(name)) {
        throw invalid("Say what stands for {%s}.".formatted(name));
      }
    }
    for (var name : words.keySet()) {
      if (!gaps.names().contains(name)) {
        throw invalid("This recipe has %s.".formatted(named(gaps.names())));
      }
    }
    var objective = gaps.filled(words);
    if (Brief.isTooLong(objective)) {
      throw invalid("The objective becomes longer than 2,000 characters.");
    }
    return new Brief(
        objective,
        brief.scope(),
        brief.constraints(),
        brief.priority(),
        brief.budget(),
        brief.asks());
  }

  private static String named(List<String> gaps) {
    return gaps.isEmpty() ? "no gaps" : "only the gaps " + String.join(", ", gaps);
  }

  private static ProblemException invalid(String sentence) {
    return new ProblemException(new Problem.Invalid("invalid_parameters", "parameters", sentence));
  }
}
