package dev.hatchery.protocol;

import java.time.Instant;
import java.util.List;

/** What is kept of missions beside their runs: money, tools, and what came of them. */
public sealed interface Ledger extends Message {
  /**
   * Asks to set money aside for a mission; asked again for the same one it changes nothing.
   *
   * @param epoch of the claim it is pursued by; an older one is stale
   * @param month whose limit counts, such as {@code 2026-11}
   * @param limit what the owner may spend in that month
   */
  record Reserve(RunId mission, long epoch, Owner owner, String month, Usd amount, Usd limit)
      implements Ledger {}

  /**
   * What the owner has set aside and spent in the month.
   *
   * @param granted whether the mission's part is among it; otherwise it would be too much
   */
  record Reserved(boolean granted, Usd others) implements Ledger {}

  /** Asks what an owner's missions say of all tools. */
  record RecallTools(Owner owner) implements Ledger {}

  /** What they say; a tool that is not there was never used. */
  record RecalledTools(List<Known> tools) implements Ledger {
    public RecalledTools {
      tools = List.copyOf(tools);
    }

    /** What they say of this tool. */
    public ToolRecord of(ToolName tool) {
      return tools.stream()
          .filter(known -> known.tool().equals(tool))
          .map(Known::record)
          .findFirst()
          .orElse(ToolRecord.NOTHING);
    }
  }

  /** What is known of one tool. */
  record Known(ToolName tool, ToolRecord record) {}

  /** Asks to keep an owner's verdict on a tool; it replaces the one before. */
  record KeepVerdict(Owner owner, ToolName tool, ToolRecord.Verdict verdict, Instant at)
      implements Ledger {}

  /** Asks to keep a survey; that of a mission is kept once. */
  record KeepSurvey(RunId mission, Owner owner, ToolName tool, Survey survey, Instant at)
      implements Ledger {}

  /** Asks for an artifact. */
  record FindArtifact(Owner owner, ArtifactId id) implements Ledger {}

  /** The artifact that was asked for. */
  record FoundArtifact(Artifact artifact) implements Ledger {}

  /** Asks what became of an owner's missions since then, and what was spent in this month. */
  record CountMissions(Owner owner, Instant since, String month) implements Ledger {}

  /**
   * What became of them.
   *
   * @param chosen the newest 1,000 choices of tools, oldest first
   */
  record CountedMissions(
      long completed,
      long failed,
      Usd cost,
      Usd monthCost,
      List<Chosen> chosen,
      MissionNumbers.Lasted durations)
      implements Ledger {
    public CountedMissions {
      chosen = List.copyOf(chosen);
    }
  }

  /** A tool that was chosen, and the confidence there was in it, 0 to 1. */
  record Chosen(ToolName tool, Instant at, double confidence) {}
}
