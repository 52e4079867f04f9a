package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.MissionNumbers;
import dev.hatchery.protocol.MissionNumbers.Point;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.Ranked;
import dev.hatchery.protocol.ToolRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Tells owners what became of their missions, and what there is to be said of each tool now. */
final class Accounts {
  private final Bus bus;
  private final InstantSource clock;
  private final Terms terms;
  private final Toolbox tools;
  private final Ranking ranking = new Ranking(Investment.USUAL);

  Accounts(Bus bus, InstantSource clock, Terms terms, Toolbox tools) {
    this.bus = bus;
    this.clock = clock;
    this.terms = terms;
    this.tools = tools;
  }

  Missions.Counted count(Missions.Count count) {
    var now = clock.instant();
    var since = now.minus(Duration.ofDays(count.days()));
    var month = YearMonth.from(now.atZone(ZoneOffset.UTC)).toString();
    var counted =
        bus.ask(Addresses.COUNT_LEDGER, new Ledger.CountMissions(count.owner(), since, month))
            .await();
    var known = bus.ask(Addresses.RECALL_TOOLS, new Ledger.RecallTools(count.owner())).await();
    return new Missions.Counted(
        new MissionNumbers(
            counted.completed(),
            counted.failed(),
            counted.cost(),
            counted.monthCost(),
            terms.monthlyLimit(),
            ranked(known).stream()
                .map(one -> told(one, known.of(one.tool()), counted.chosen()))
                .toList(),
            counted.durations()));
  }

  /** Those that can be used and those that were. */
  private List<Ranked> ranked(Ledger.RecalledTools known) {
    return ranking.rank(
        tools.tools().stream()
            .filter(tool -> tool.lacks() == null || known.of(tool.name()).uses() > 0)
            .map(tool -> candidate(tool, known))
            .toList());
  }

  private static Ranking.Candidate candidate(Tool tool, Ledger.RecalledTools known) {
    return new Ranking.Candidate(tool.name(), tool.confidence(), known.of(tool.name()));
  }

  private static MissionNumbers.Tool told(
      Ranked one, ToolRecord record, List<Ledger.Chosen> chosen) {
    return new MissionNumbers.Tool(
        one.tool(),
        record.uses(),
        record.uses() == 0 ? null : Double.valueOf((double) record.successes() / record.uses()),
        one.confidence(),
        one.roi(),
        chosen.stream()
            .filter(choice -> choice.tool().equals(one.tool()))
            .map(choice -> new Point(choice.at(), choice.confidence()))
            .toList());
  }
}
