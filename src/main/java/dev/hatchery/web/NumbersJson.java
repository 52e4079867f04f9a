package dev.hatchery.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hatchery.json.UsdJson;
import dev.hatchery.protocol.MissionNumbers;
import dev.hatchery.protocol.MissionNumbers.Lasted;
import dev.hatchery.protocol.MissionNumbers.Point;
import dev.hatchery.protocol.Numbers;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of everything that somebody had done, as clients see it. */
record NumbersJson(@JsonUnwrapped Numbers numbers, MissionsJson missions) {

  /** What became of missions. */
  record MissionsJson(
      long completed,
      long failed,
      @Nullable BigDecimal costUsd,
      @Nullable BigDecimal monthCostUsd,
      @Nullable BigDecimal monthlyLimitUsd,
      List<ToolJson> byTool,
      Lasted durations) {
    MissionsJson {
      byTool = List.copyOf(byTool);
    }

    private static MissionsJson of(MissionNumbers numbers) {
      return new MissionsJson(
          numbers.completed(),
          numbers.failed(),
          UsdJson.of(numbers.cost()),
          UsdJson.of(numbers.monthCost()),
          UsdJson.of(numbers.monthlyLimit()),
          numbers.byTool().stream().map(ToolJson::of).toList(),
          numbers.durations());
    }
  }

  /** What is known of a tool. */
  record ToolJson(
      String tool,
      int uses,
      @Nullable Double successRate,
      double confidence,
      double roi,
      List<Point> confidenceHistory) {
    ToolJson {
      confidenceHistory = List.copyOf(confidenceHistory);
    }

    private static ToolJson of(MissionNumbers.Tool tool) {
      return new ToolJson(
          tool.tool().value(),
          tool.uses(),
          tool.successRate(),
          tool.confidence(),
          tool.roi(),
          tool.confidenceHistory());
    }
  }

  static NumbersJson of(Numbers numbers, MissionNumbers missions) {
    return new NumbersJson(numbers, MissionsJson.of(missions));
  }
}
