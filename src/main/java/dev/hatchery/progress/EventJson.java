package dev.hatchery.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.AgentJson;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.Json;
import dev.hatchery.json.PercentJson;
import dev.hatchery.json.PersonaJson;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Standing;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** The data of an event, one line of JSON, as every transport carries it. */
final class EventJson {
  private static final JsonMapper JSON = Json.wire();
  private static final int MILLIS = 3;
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder().appendInstant(MILLIS).toFormatter();

  private static final String EMPTY = "{}";

  private EventJson() {}

  static String line(RunId runId, long seq, Instant at, Standing standing, Happening happening) {
    var data = JSON.createObjectNode();
    data.put("run_id", runId.value());
    data.put("seq", seq);
    data.put("timestamp", TIMESTAMP.format(at));
    data.put("message", standing.message());
    data.set("progress", PercentJson.of(standing.progress()));
    data.set("measured", PercentJson.of(standing.measured()));
    own(data, standing, happening);
    try {
      var ours = JSON.writeValueAsString(data);
      return happening instanceof Happening.Emitted emitted ? beside(ours, emitted.data()) : ours;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an event", e);
    }
  }

  private static void own(ObjectNode data, Standing standing, Happening happening) {
    switch (happening) {
      case Happening.Queued queued -> queued(data, queued);
      case Happening.LlmProgress llm -> llm(data, standing, llm);
      case Happening.BackstoryComplete backstory -> backstory(data, backstory);
      case Happening.AvatarProgress avatar -> avatar(data, standing, avatar);
      case Happening.Complete complete -> data.set("agent", tree(AgentJson.of(complete.agent())));
      case Happening.Failed failed -> failed(data, failed);
      case Happening.Emitted emitted -> emitted(data, standing);
      case Happening.Done done -> {}
      case Happening.Saving saving -> {}
      case Happening.Cancelled cancelled -> {}
    }
  }

  /** Two objects without a key in common as one. */
  private static String beside(String ours, String theirs) {
    return theirs.equals(EMPTY)
        ? ours
        : ours.substring(0, ours.length() - 1) + "," + theirs.substring(1);
  }

  private static void emitted(ObjectNode data, Standing standing) {
    if (standing.estimated()) {
      data.put("estimated", true);
    }
    data.set("eta_seconds", tree(EtaJson.of(standing.eta())));
  }

  private static void queued(ObjectNode data, Happening.Queued queued) {
    data.put("ahead", queued.ahead());
    data.set("eta_seconds", tree(EtaJson.of(queued.eta())));
  }

  private static void llm(ObjectNode data, Standing standing, Happening.LlmProgress llm) {
    data.put("estimated", standing.estimated());
    if (llm.tokens() != null) {
      data.put("tokens", llm.tokens());
    }
  }

  private static void backstory(ObjectNode data, Happening.BackstoryComplete backstory) {
    data.set("agent_data", tree(PersonaJson.of(backstory.persona())));
    if (backstory.reason() != null) {
      data.put("fallback", true);
      data.put("reason", backstory.reason());
    }
  }

  private static void avatar(ObjectNode data, Standing standing, Happening.AvatarProgress avatar) {
    data.put("estimated", standing.estimated());
    data.set("renderer_percent", PercentJson.of(avatar.rendererPercent()));
    data.put("step", avatar.step());
    data.put("steps", avatar.steps());
    data.set("eta_seconds", tree(EtaJson.of(avatar.eta())));
    if (avatar.previewUrl() != null) {
      data.put("preview_url", avatar.previewUrl());
    }
  }

  private static void failed(ObjectNode data, Happening.Failed failed) {
    data.put("code", failed.code());
    data.put("retryable", failed.retryable());
    data.put("fallback", false);
  }

  private static JsonNode tree(@Nullable Object shape) {
    return JSON.valueToTree(shape);
  }
}
