package dev.hatchery.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.json.AgentJson;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.Json;
import dev.hatchery.json.PercentJson;
import dev.hatchery.json.PersonaJson;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Standing;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** The data of an event, one line of JSON, as every transport carries it. */
final class EventJson {
  private static final JsonMapper JSON = Json.wire();
  private static final int MILLIS = 3;
  private static final int USUAL_CHARS = 512;
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder().appendInstant(MILLIS).toFormatter();

  private static final String EMPTY = "{}";

  private EventJson() {}

  static String line(RunId runId, long seq, Instant at, Standing standing, Happening happening) {
    try {
      var ours = new StringWriter(USUAL_CHARS);
      try (var out = JSON.createGenerator(ours)) {
        out.writeStartObject();
        out.writeStringField("run_id", runId.value());
        out.writeNumberField("seq", seq);
        out.writeStringField("timestamp", TIMESTAMP.format(at));
        out.writeStringField("message", standing.message());
        out.writePOJOField("progress", PercentJson.of(standing.progress()));
        out.writePOJOField("measured", PercentJson.of(standing.measured()));
        own(out, standing, happening);
        out.writeEndObject();
      }
      return happening instanceof Happening.Emitted emitted
          ? beside(ours.toString(), emitted.data())
          : ours.toString();
    } catch (IOException e) {
      throw new IllegalStateException("cannot write an event", e);
    }
  }

  private static void own(JsonGenerator out, Standing standing, Happening happening)
      throws IOException {
    switch (happening) {
      case Happening.Queued queued -> queued(out, queued);
      case Happening.LlmProgress llm -> llm(out, standing, llm);
      case Happening.BackstoryComplete backstory -> backstory(out, backstory);
      case Happening.AvatarProgress avatar -> avatar(out, standing, avatar);
      case Happening.Complete complete ->
          out.writePOJOField("agent", AgentJson.of(complete.agent()));
      case Happening.Failed failed -> failed(out, failed);
      case Happening.Emitted emitted -> emitted(out, standing);
      case Happening.Done done -> {}
      case Happening.Saving saving -> {}
      case Happening.Cancelled cancelled -> {}
      case MissionHappening mission -> MissionEventJson.write(out, standing, mission);
    }
  }

  /** Two objects without a key in common as one. */
  private static String beside(String ours, String theirs) {
    return theirs.equals(EMPTY)
        ? ours
        : ours.substring(0, ours.length() - 1) + "," + theirs.substring(1);
  }

  private static void emitted(JsonGenerator out, Standing standing) throws IOException {
    if (standing.estimated()) {
      out.writeBooleanField("estimated", true);
    }
    out.writePOJOField("eta_seconds", EtaJson.of(standing.eta()));
  }

  private static void queued(JsonGenerator out, Happening.Queued queued) throws IOException {
    out.writeNumberField("ahead", queued.ahead());
    out.writePOJOField("eta_seconds", EtaJson.of(queued.eta()));
  }

  private static void llm(JsonGenerator out, Standing standing, Happening.LlmProgress llm)
      throws IOException {
    out.writeBooleanField("estimated", standing.estimated());
    if (llm.tokens() != null) {
      out.writeNumberField("tokens", llm.tokens());
    }
  }

  private static void backstory(JsonGenerator out, Happening.BackstoryComplete backstory)
      throws IOException {
    out.writePOJOField("agent_data", PersonaJson.of(backstory.persona()));
    if (backstory.reason() != null) {
      out.writeBooleanField("fallback", true);
      out.writeStringField("reason", backstory.reason());
    }
  }

  private static void avatar(JsonGenerator out, Standing standing, Happening.AvatarProgress avatar)
      throws IOException {
    out.writeBooleanField("estimated", standing.estimated());
    out.writePOJOField("renderer_percent", PercentJson.of(avatar.rendererPercent()));
    out.writePOJOField("step", avatar.step());
    out.writePOJOField("steps", avatar.steps());
    out.writePOJOField("eta_seconds", EtaJson.of(avatar.eta()));
    if (avatar.previewUrl() != null) {
      out.writeStringField("preview_url", avatar.previewUrl());
    }
  }

  private static void failed(JsonGenerator out, Happening.Failed failed) throws IOException {
    out.writeStringField("code", failed.code());
    out.writeBooleanField("retryable", failed.retryable());
    out.writeBooleanField("fallback", false);
  }
}
