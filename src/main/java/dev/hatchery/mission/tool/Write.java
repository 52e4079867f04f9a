package dev.hatchery.mission.tool;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Has the language model write what an objective asks for. */
public final class Write implements Tool {
  private static final double CONFIDENCE = 0.8;
  private static final String INSTRUCTIONS =
      """
      You write texts that people ask for. The user's message holds one JSON string with the
      objective, and perhaps its scope and its constraints; keep to all of them. Write in the
      language of the objective unless it names another. Answer with the finished text alone: plain
      text with empty lines between paragraphs, no markup, no remarks before or after it. You cannot
      look anything up, so never invent sources, quotations or figures. Write at most 1,500 words.
      """;

  private final Bus bus;
  private final boolean prose;
  private final Map<RunId, ToolListener> listeners = new ConcurrentHashMap<>();

  private Write(Bus bus, boolean prose) {
    this.bus = bus;
    this.prose = prose;
  }

  /**
   * A tool that hears from now on how far the model is.
   *
   * @param prose whether the model writes prose; the embedded storyteller writes only personas
   */
  public static Future<Write> open(Bus bus, boolean prose) {
    var tool = new Write(bus, prose);
    return bus.listen(Addresses.COMPOSING, tool::composing).map(tool);
  }

  @Override
  public ToolName name() {
    return new ToolName("write");
  }

  @Override
  public Set<Category> serves() {
    return Set.of(Category.WRITE);
  }

  @Override
  public double confidence() {
    return CONFIDENCE;
  }

  @Override
  public @Nullable String lacks() {
    return prose
        ? null
        : "write needs a language model in llm; the embedded storyteller knows only companions.";
  }

  /** It costs again what it cost before, and changes nothing. */
  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Answer use(Call call) {
    listeners.put(call.runId(), call.listener());
    call.stopped()
        .onFailure(why -> bus.ask(Addresses.HALT_GENERATION, new Running.Halt(call.runId())));
    try {
      return answer(bus.ask(Addresses.COMPOSE, asked(call)).await());
    } catch (ProblemException e) {
      throw failure(e.problem());
    } finally {
      listeners.remove(call.runId());
    }
  }

  private static Generation.Compose asked(Call call) {
    return new Generation.Compose(call.runId(), INSTRUCTIONS, call.words(), call.patience());
  }

  private static Answer answer(Generation.Composed composed) {
    var text = composed.text().replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]+", " ");
    var count = text.split("\\s+").length;
    return new Answer(
        new Words(text),
        "%s wrote %s.".formatted(composed.model(), count == 1 ? "one word" : count + " words"),
        composed.tokens());
  }

  private static RuntimeException failure(Problem problem) {
    return switch (problem) {
      case Problem.Cancelled cancelled -> new CancellationException(cancelled.detail());
      case Problem.Stale stale -> new ProblemException(stale);
      default -> new ToolException(problem.detail().replaceFirst("\\.$", ""));
    };
  }

  private void composing(Generation.Composing told) {
    var listener = listeners.get(told.runId());
    if (listener != null) {
      listener.measured(told.fraction(), told.message());
    }
  }
}
