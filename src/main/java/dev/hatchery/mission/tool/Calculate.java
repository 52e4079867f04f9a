package dev.hatchery.mission.tool;

import dev.hatchery.mission.tool.arithmetic.CalculationException;
import dev.hatchery.mission.tool.arithmetic.Calculations;
import dev.hatchery.mission.tool.arithmetic.Calculator;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the calculation in an objective, such as {@code What is 17 % of 2,400?}. */
public final class Calculate implements Tool {
  private static final double CONFIDENCE = 0.95;

  private final Calculator calculator = new Calculator();

  @Override
  public ToolName name() {
    return new ToolName("calculate");
  }

  @Override
  public Set<Category> serves() {
    return Set.of(Category.CALCULATE);
  }

  @Override
  public double confidence() {
    return CONFIDENCE;
  }

  @Override
  public @Nullable String lacks() {
    return null;
  }

  @Override
  public Answer use(Call call) {
    var found = Calculations.in(call.objective());
    if (found.isEmpty()) {
      throw new ToolException("No calculation found in the objective");
    }
    return answer(found.getFirst());
  }

  private Answer answer(String expression) {
    try {
      var result = calculator.result(expression);
      return new Answer(
          new Equation(expression, result), "%s = %s".formatted(expression, result), 0);
    } catch (CalculationException e) {
      throw new ToolException(e.words());
    }
  }
}
