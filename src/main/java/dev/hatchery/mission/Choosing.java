package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Ranked;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.ToolName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the tool that does a mission, by what its owner's missions have shown. */
final class Choosing {
  private static final Logger LOG = LoggerFactory.getLogger(Choosing.class);
  private static final String CODE = "tool_selection_failed";
  private static final String FAILED = "Tool selection failed: ";

  private final Bus bus;
  private final Run run;
  private final Terms terms;
  private final Toolbox tools;
  private final Ranking ranking = new Ranking(Investment.USUAL);

  Choosing(Bus bus, Run run, Terms terms, Toolbox tools) {
    this.bus = bus;
    this.run = run;
    this.terms = terms;
    this.tools = tools;
  }

  /** The tools that may come to do it. */
  List<ToolName> candidates(Mission mission) {
    return tools.serving(category(mission)).stream().map(Tool::name).toList();
  }

  Outcome choose(Mission mission) {
    var ranked = rank(category(mission));
    ranked.forEach(this::log);
    var best = Ranking.choose(ranked, terms.leastConfidence()).orElseThrow(() -> nobody(ranked));
    return new Outcome(
        mission.findings().chosen(ranked, new Findings.Choice(best.tool(), best.confidence())),
        "%s does it, of %d that could.".formatted(best.tool(), ranked.size()));
  }

  private List<Ranked> rank(Category category) {
    var ready = tools.serving(category);
    if (ready.isEmpty()) {
      throw new StepException(CODE, FAILED + lacking(category));
    }
    var known = bus.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(run.owner())).await();
    return ranking.rank(
        ready.stream()
            .map(
                tool ->
                    new Ranking.Candidate(tool.name(), tool.confidence(), known.of(tool.name())))
            .toList());
  }

  private String lacking(Category category) {
    var sentences =
        tools.tools().stream()
            .filter(tool -> tool.serves().contains(category))
            .map(Tool::lacks)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return "no tool can %s. %s"
        .formatted(category.name().toLowerCase(Locale.ROOT), sentences)
        .strip();
  }

  private StepException nobody(List<Ranked> ranked) {
    return ranked.stream()
        .filter(one -> !one.excluded())
        .max(Comparator.comparingDouble(Ranked::confidence))
        .map(
            best ->
                new StepException(
                    CODE,
                    FAILED
                        + "confidence %s < %s"
                            .formatted(
                                Figures.words(best.confidence()),
                                Figures.words(terms.leastConfidence()))))
        .orElseGet(
            () -> new StepException(CODE, FAILED + "you rejected every tool that could do it."));
  }

  private void log(Ranked one) {
    one.adjustments().forEach(words -> LOG.atInfo().addKeyValue(RunId.KEY, run.id()).log(words));
    LOG.atInfo()
        .addKeyValue(RunId.KEY, run.id())
        .log(
            "{} scores {}: 0.6 × {} (confidence) + 0.4 × {} (roi)",
            one.tool(),
            Figures.words(one.score()),
            Figures.words(one.confidence()),
            Figures.words(one.roi()));
  }

  private static Category category(Mission mission) {
    return Objects.requireNonNull(mission.findings().intent()).category();
  }
}
