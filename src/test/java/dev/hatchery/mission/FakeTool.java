package dev.hatchery.mission;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A calculator that does what it is told, and counts how often. */
final class FakeTool implements Tool {
  static final Answer ANSWER =
      new Answer(new ArtifactContent.Equation("17 % * 2400", "408"), "17 % * 2400 = 408", 0);

  final AtomicInteger uses = new AtomicInteger();
  volatile Function<Call, Answer> work = call -> ANSWER;
  volatile double confidence = 0.9;
  volatile boolean repeatable = true;
  private final String name;

  FakeTool(String name) {
    this.name = name;
  }

  @Override
  public ToolName name() {
    return new ToolName(name);
  }

  @Override
  public Set<Category> serves() {
    return Set.of(Category.CALCULATE);
  }

  @Override
  public double confidence() {
    return confidence;
  }

  @Override
  public @Nullable String lacks() {
    return null;
  }

  @Override
  public boolean repeatable() {
    return repeatable;
  }

  @Override
  public Answer use(Call call) {
    uses.incrementAndGet();
    return work.apply(call);
  }
}
