package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one owner's missions in the last days.
 *
 * @param cost of the tools that they used
 * @param monthCost what is set aside and spent in this calendar month
 * @param monthlyLimit of that
 */
public record MissionNumbers(
    long completed,
    long failed,
    Usd cost,
    Usd monthCost,
    Usd monthlyLimit,
    List<Tool> byTool,
    Lasted durations) {
  public MissionNumbers {
    byTool = List.copyOf(byTool);
  }

  /**
   * What is known of a tool.
   *
   * @param uses of all times
   * @param successRate of these, 0 to 1, or null of none
   * @param confidence there is in it now, 0 to 1
   * @param confidenceHistory there was when it was chosen in these days, oldest first
   */
  public record Tool(
      ToolName tool,
      int uses,
      @Nullable Double successRate,
      double confidence,
      double roi,
      List<Point> confidenceHistory) {
    public Tool {
      confidenceHistory = List.copyOf(confidenceHistory);
    }
  }

  /** The confidence at one time, 0 to 1. */
  public record Point(Instant at, double confidence) {}

  /**
   * How long those that were completed took, in seconds; null of none.
   *
   * @param p95Seconds 95 of 100 took no longer
   */
  public record Lasted(int n, @Nullable Double medianSeconds, @Nullable Double p95Seconds) {}
}
