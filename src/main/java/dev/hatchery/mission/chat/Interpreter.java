package dev.hatchery.mission.chat;

import dev.hatchery.mission.IntentRules;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tells what a message asks for, by rules: the same words always mean the same. */
public final class Interpreter {
  private static final int STEPS_MOST = 10;

  private final ToDoubleFunction<String> clarity;
  private final double least;

  /**
   * Interprets with this understanding of single objectives.
   *
   * @param clarity how clear it is what an objective asks for, 0 to 1
   * @param least below which it is asked back
   */
  public Interpreter(ToDoubleFunction<String> clarity, double least) {
    this.clarity = clarity;
    this.least = least;
  }

  /** What this message asks for. */
  public Wish read(String message) {
    var words = message.strip();
    var change = Changes.in(words);
    if (change.isPresent()) {
      return change.get();
    }
    var steps = Steps.of(words).stream().map(step -> step.replaceAll("\\s+", " ")).toList();
    return steps.size() < 2 ? one(steps.getFirst()) : several(steps);
  }

  private Wish one(String objective) {
    return clear(objective) ? new Wish.OneStep(objective) : new Wish.Unclear(IntentRules.QUESTION);
  }

  private Wish several(List<String> steps) {
    if (steps.size() > STEPS_MOST) {
      return new Wish.Unclear(
          "These are %d steps, and at most %d go into one run. Which of them come first?"
              .formatted(steps.size(), STEPS_MOST));
    }
    for (var i = 0; i < steps.size(); i++) {
      if (!clear(steps.get(i))) {
        return new Wish.Unclear("What shall step %d do: “%s”?".formatted(i + 1, steps.get(i)));
      }
    }
    return new Wish.Steps(steps);
  }

  private boolean clear(String objective) {
    return clarity.applyAsDouble(objective) >= least;
  }
}
