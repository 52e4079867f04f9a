package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.mission.FeedbackLog.Line;
import dev.hatchery.mission.FeedbackLog.Outcome;
import dev.hatchery.mission.Ranking.Candidate;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The figure of {@code src/docs/missions.md}: on a fixed log the learned ranking picks the better
 * tool more often than base confidence does. It learns from the tool that it picked and from no
 * other, as in life.
 */
class LearnedRankingTest {
  private static final Path NOTES = Path.of("src/docs/missions.md");
  private static final int STRETCH = 80;

  private final Ranking ranking = new Ranking(Investment.USUAL);

  @Test
  void theLearnedRankingPicksTheBetterToolMoreOften() throws IOException {
    var log = FeedbackLog.read();
    var better = betterTools(log);

    var base = picksOfTheBetter(log, better, LearnedRankingTest::forgotten);
    var learned = picksOfTheBetter(log, better, Function.identity());

    var figure = figure(base, learned);
    System.out.println(figure);
    assertThat(share(learned)).isGreaterThan(share(base) + 0.25);
    assertThat(share(learned.subList(learned.size() - STRETCH, learned.size())))
        .isGreaterThan(share(learned.subList(0, STRETCH)));
    assertThat(Files.readString(NOTES))
        .as("the figure in the notes is the one that was measured")
        .contains(figure);
  }

  private static ToolRecord forgotten(ToolRecord record) {
    return ToolRecord.NOTHING;
  }

  /** Of each owner and kind the tool that serves most often over the whole log. */
  private static Map<String, ToolName> betterTools(List<Line> log) {
    var better = new HashMap<String, ToolName>();
    log.stream()
        .collect(Collectors.groupingBy(Line::field))
        .forEach((field, lines) -> better.put(field, best(lines)));
    return better;
  }

  private static ToolName best(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.outcomes().stream())
        .collect(
            Collectors.groupingBy(
                Outcome::tool, Collectors.averagingInt(one -> one.served() ? 1 : 0)))
        .entrySet()
        .stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private List<Boolean> picksOfTheBetter(
      List<Line> log, Map<String, ToolName> better, Function<ToolRecord, ToolRecord> learned) {
    var records = new HashMap<String, ToolRecord>();
    var picks = new ArrayList<Boolean>();
    for (var line : log) {
      var candidates =
          line.outcomes().stream()
              .map(Outcome::tool)
              .map(
                  tool ->
                      new Candidate(
                          tool,
                          FeedbackLog.BASE.getOrDefault(tool, 0.0),
                          learned.apply(records.getOrDefault(key(line, tool), ToolRecord.NOTHING))))
              .toList();
      var picked = ranking.rank(candidates).getFirst().tool();
      picks.add(picked.equals(better.get(line.field())));
      records.merge(
          key(line, picked),
          line.of(picked).after(ToolRecord.NOTHING),
          (before, first) -> line.of(picked).after(before));
    }
    return picks;
  }

  private static String key(Line line, ToolName tool) {
    return line.owner() + " " + tool;
  }

  private static String figure(List<Boolean> base, List<Boolean> learned) {
    var figure = new StringBuilder("| missions | base confidence | learned ranking |\n");
    figure.append("| --- | --- | --- |\n");
    for (int from = 0; from < base.size(); from += STRETCH) {
      var to = from + STRETCH;
      figure.append(
          row(
              "%d–%d".formatted(from + 1, to),
              share(base.subList(from, to)),
              share(learned.subList(from, to))));
    }
    return figure.append(row("all", share(base), share(learned))).toString();
  }

  private static String row(String missions, double base, double learned) {
    return "| %s | %.0f %% | %.0f %% |\n".formatted(missions, base * 100, learned * 100);
  }

  private static double share(List<Boolean> picks) {
    return picks.stream().mapToInt(pick -> pick ? 1 : 0).average().orElseThrow();
  }
}
