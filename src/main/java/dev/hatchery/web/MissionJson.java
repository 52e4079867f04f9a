package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.PercentJson;
import dev.hatchery.json.RankedJson;
import dev.hatchery.json.UsdJson;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mission as clients see it; {@code openapi.json} describes its keys.
 *
 * @param partOf the run that it makes up with others, or null
 * @param changedFields what the answered request has changed, as the fields are called here
 */
record MissionJson(
    String missionId,
    String runId,
    long number,
    @Nullable String partOf,
    String objective,
    @Nullable String scope,
    List<String> constraints,
    String priority,
    @Nullable BigDecimal budgetUsd,
    String whenUnsure,
    String status,
    JsonNode progress,
    JsonNode measured,
    @Nullable EtaJson etaSeconds,
    @Nullable String currentStep,
    String message,
    @Nullable String toolUsed,
    @Nullable Double toolConfidence,
    List<RankedJson> ranking,
    @Nullable BigDecimal estimatedCostUsd,
    @Nullable BigDecimal actualCostUsd,
    @Nullable String artifactReference,
    @Nullable String question,
    Instant createdAt,
    @Nullable Instant approvedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long lastEventId,
    List<String> changedFields,
    List<EditJson> history,
    Map<String, String> links) {

  /** A change of what it is to do. */
  record EditJson(Instant at, String field, @Nullable String from, @Nullable String to) {
    private static EditJson of(Mission.Edit edit) {
      return new EditJson(edit.at(), edit.field(), edit.from(), edit.to());
    }
  }

  /** The mission of this run. */
  static MissionJson of(Run run) {
    return of(run, List.of());
  }

  /** The same, and what a request has changed. */
  static MissionJson of(Run run, List<String> changed) {
    var mission = Mission.of(run);
    var brief = mission.brief();
    var findings = mission.findings();
    return new MissionJson(
        run.id().value(),
        run.id().value(),
        run.number(),
        partOf(run),
        brief.objective(),
        brief.scope(),
        brief.constraints(),
        RunJson.name(brief.priority()),
        UsdJson.of(brief.budget()),
        brief.asks() ? "ask" : "fail",
        RunJson.name(MissionStatus.of(run)),
        PercentJson.of(run.standing().progress()),
        PercentJson.of(run.standing().measured()),
        EtaJson.of(run.standing().eta()),
        step(mission.current()),
        run.standing().message(),
        tool(findings),
        confidence(findings),
        RankedJson.of(findings.ranking()),
        UsdJson.of(findings.estimate()),
        UsdJson.of(findings.cost()),
        artifact(findings),
        mission.question(),
        run.createdAt(),
        mission.approvedAt(),
        run.startedAt(),
        run.finishedAt(),
        run.lastEventId(),
        changed,
        mission.edits().stream().map(EditJson::of).toList(),
        links(run, findings));
  }

  static @Nullable String step(@Nullable MissionStep step) {
    return step == null ? null : step.word();
  }

  static @Nullable String tool(Findings findings) {
    return findings.choice() == null ? null : findings.choice().tool().value();
  }

  static @Nullable Double confidence(Findings findings) {
    return findings.choice() == null ? null : findings.choice().confidence();
  }

  static @Nullable String artifact(Findings findings) {
    return findings.artifact() == null ? null : findings.artifact().value();
  }

  private static @Nullable String partOf(Run run) {
    var part = run.order() instanceof Order.Pursue pursue ? pursue.part() : null;
    return part == null ? null : part.whole().value();
  }

  private static Map<String, String> links(Run run, Findings findings) {
    var links = new LinkedHashMap<String, String>();
    var self = "/missions/" + run.id();
    links.put("self", self);
    links.put("progress", self + "/progress");
    links.put("events", "/api/runs/" + run.id() + "/events");
    links.put("page", "/runs/" + run.id());
    if (findings.artifact() != null) {
      links.put("artifact", "/artifacts/" + findings.artifact());
      links.put("preview", "/artifacts/" + findings.artifact() + "/preview");
    }
    return links;
  }
}
