package dev.hatchery.mission;

import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Intent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what an objective asks for by the words in it, without a model. The confidence grows with
 * what speaks for the category and falls with what speaks for the next one; where nothing speaks it
 * is {@value #NO_IDEA}.
 */
public final class IntentRules {
  /** What to ask whoever has not made clear what is to be done. */
  public static final String QUESTION =
      "What shall it do: find pages about something, read a page, work something out, or write a"
          + " text?";

  private static final double NO_IDEA = 0.1;

  private final List<Cue> cues = Cue.all();

  /** What these words ask for; English is understood. */
  public Intent classify(String objective) {
    var words = new ObjectiveWords(objective);
    var weights = new EnumMap<Category, Integer>(Category.class);
    cues.stream()
        .filter(words::hold)
        .forEach(cue -> weights.merge(cue.category(), cue.weight(), Integer::sum));
    return weights.isEmpty() ? new Intent(Category.SEARCH, NO_IDEA) : likeliest(weights);
  }

  private static Intent likeliest(Map<Category, Integer> weights) {
    var order =
        Arrays.stream(Category.values())
            .sorted((one, other) -> weight(weights, other) - weight(weights, one))
            .toList();
    double best = weight(weights, order.get(0));
    double next = weight(weights, order.get(1));
    var strength = best / (best + 1);
    var clarity = best / (best + next);
    return new Intent(order.getFirst(), Figures.hundredths(strength * clarity));
  }

  private static int weight(Map<Category, Integer> weights, Category category) {
    return weights.getOrDefault(category, 0);
  }
}
