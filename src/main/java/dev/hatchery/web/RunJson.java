package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.AgentJson;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.PercentJson;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it; {@code openapi.json} describes its keys.
 *
 * @param result what came of it: the companion, what its command ended with, or the code of its
 *     error; null while it is unfinished
 * @param task what a reported run has to do and has done, null for any other
 */
record RunJson(
    String id,
    long number,
    @Nullable String name,
    String kind,
    String title,
    String description,
    String status,
    JsonNode progress,
    JsonNode measured,
    boolean estimated,
    @Nullable String phase,
    String message,
    @Nullable EtaJson etaSeconds,
    int ahead,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    int attempt,
    @Nullable String retryOf,
    @Nullable String node,
    long lastEventId,
    List<Phase> plan,
    @Nullable Map<String, Object> result,
    @Nullable TaskJson task,
    Map<String, String> links) {

  private static final int TITLE_MOST = 60;

  /**
   * The shape of this run.
   *
   * @param agent its companion, where it is wanted and there
   */
  static RunJson of(Run run, @Nullable Agent agent) {
    var description =
        switch (run.order()) {
          case Order.Hatch hatch -> hatch.description();
          case Order.Reported reported -> reportedTitle(run, reported);
          case Order.Pursue pursue -> Mission.of(run).brief().objective();
        };
    var standing = run.standing();
    return new RunJson(
        run.id().value(),
        run.number(),
        run.name(),
        name(run.order().kind()),
        title(description),
        description,
        name(run.status()),
        PercentJson.of(standing.progress()),
        PercentJson.of(standing.measured()),
        standing.estimated() && !run.status().ended(),
        standing.phase(),
        standing.message(),
        EtaJson.of(standing.eta()),
        run.ahead(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt(),
        run.attempt(),
        run.retryOf() == null ? null : run.retryOf().value(),
        run.node(),
        run.lastEventId(),
        run.plan(),
        result(run, agent),
        task(run),
        links(run));
  }

  /** As {@link #of(Run, Agent)} without its companion. */
  static RunJson of(Run run) {
    return of(run, null);
  }

  /** How a constant is called on the wire. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable TaskJson task(Run run) {
    return run.checkpoint() instanceof Checkpoint.Reported it ? TaskJson.of(it.checklist()) : null;
  }

  /** As its program called it last. */
  private static String reportedTitle(Run run, Order.Reported order) {
    return run.checkpoint() instanceof Checkpoint.Reported it
        ? it.checklist().title()
        : order.title();
  }

  private static @Nullable Map<String, Object> result(Run run, @Nullable Agent agent) {
    var result = new LinkedHashMap<String, Object>();
    if (run.agent() != null) {
      result.put("agent_id", run.agent().value());
    }
    if (agent != null) {
      result.put("agent", AgentJson.of(agent));
    }
    if (run.checkpoint() instanceof Checkpoint.Reported it && it.checklist().exitCode() != null) {
      result.put("exit_code", it.checklist().exitCode());
    }
    if (run.status() == RunStatus.FAILED && run.failure() != null) {
      result.put("code", run.failure());
    }
    return result.isEmpty() ? null : result;
  }

  private static Map<String, String> links(Run run) {
    var links = new LinkedHashMap<String, String>();
    var self = "/api/runs/" + run.id();
    links.put("self", self);
    links.put("events", self + "/events");
    links.put("page", "/runs/" + run.id());
    if (run.agent() != null) {
      links.put("agent", "/api/agents/" + run.agent());
    }
    if (run.order() instanceof Order.Pursue) {
      links.put("mission", "/missions/" + run.id());
    }
    var stopped = run.status() == RunStatus.FAILED || run.status() == RunStatus.CANCELLED;
    if (stopped && !(run.order() instanceof Order.Reported)) {
      links.put("retry", self + "/retry");
    }
    return links;
  }

  private static String title(String description) {
    if (description.codePointCount(0, description.length()) <= TITLE_MOST) {
      return description;
    }
    return description.substring(0, description.offsetByCodePoints(0, TITLE_MOST - 1)).strip()
        + "…";
  }
}
