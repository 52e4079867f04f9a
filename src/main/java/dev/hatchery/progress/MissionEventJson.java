package dev.hatchery.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hatchery.json.EtaJson;
import dev.hatchery.json.PercentJson;
import dev.hatchery.json.RankedJson;
import dev.hatchery.json.UsdJson;
import dev.hatchery.protocol.Findings;
import dev.hatchery.protocol.MissionHappening;
import dev.hatchery.protocol.MissionHappening.Achieved;
import dev.hatchery.protocol.MissionHappening.ArtifactPreview;
import dev.hatchery.protocol.MissionHappening.Asked;
import dev.hatchery.protocol.MissionHappening.Changed;
import dev.hatchery.protocol.MissionHappening.StepCompleted;
import dev.hatchery.protocol.MissionHappening.StepFailed;
import dev.hatchery.protocol.MissionHappening.StepProgress;
import dev.hatchery.protocol.MissionHappening.StepStarted;
import dev.hatchery.protocol.MissionHappening.Stopped;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Standing;
import java.io.IOException;
import java.util.Locale;

/** What the events of a mission say beside what every event says. */
final class MissionEventJson {
  private MissionEventJson() {}

  static void write(JsonGenerator out, Standing standing, MissionHappening happening)
      throws IOException {
    switch (happening) {
      case Changed changed -> changed(out, changed);
      case StepStarted started -> step(out, standing, started.step(), "started");
      case StepProgress progress -> progress(out, standing, progress);
      case StepCompleted completed -> {
        step(out, standing, completed.step(), "completed");
        found(out, completed.step(), completed.findings());
      }
      case StepFailed failed -> {
        step(out, standing, failed.step(), "failed");
        out.writeStringField("code", failed.code());
      }
      case Asked asked -> {
        step(out, standing, asked.step(), "started");
        out.writeStringField("question", asked.question());
      }
      case ArtifactPreview preview -> preview(out, preview);
      case Stopped stopped -> {
        out.writeStringField("status", word(stopped.status()));
        out.writeBooleanField("success", stopped.status() == MissionStatus.COMPLETED);
        out.writePOJOField("tool_used", stopped.tool() == null ? null : stopped.tool().value());
      }
      case Achieved achieved -> achieved(out, achieved);
    }
  }

  private static void changed(JsonGenerator out, Changed changed) throws IOException {
    out.writeStringField("status", word(changed.status()));
    out.writePOJOField("changed_fields", changed.changed());
    var brief = changed.brief();
    if (brief != null) {
      out.writeNumberField("number", changed.number());
      out.writeStringField("objective", brief.objective());
      out.writePOJOField("scope", brief.scope());
      out.writePOJOField("constraints", brief.constraints());
      out.writeStringField("priority", word(brief.priority()));
      out.writePOJOField("budget_usd", UsdJson.of(brief.budget()));
      out.writeStringField("when_unsure", brief.asks() ? "ask" : "fail");
    }
  }

  private static void step(JsonGenerator out, Standing standing, MissionStep step, String status)
      throws IOException {
    out.writeStringField("step_name", step.word());
    out.writeNumberField("step_index", step.place());
    out.writeNumberField("total_steps", MissionStep.count());
    out.writePOJOField("progress_percent", PercentJson.of(standing.progress()));
    out.writeStringField("status", status);
  }

  private static void progress(JsonGenerator out, Standing standing, StepProgress progress)
      throws IOException {
    step(out, standing, progress.step(), "started");
    out.writeBooleanField("estimated", standing.estimated());
    out.writePOJOField("eta_seconds", EtaJson.of(progress.eta()));
  }

  /** So that nobody who watches has to ask. */
  private static void found(JsonGenerator out, MissionStep step, Findings findings)
      throws IOException {
    if (step == MissionStep.BUDGET_CHECK) {
      out.writePOJOField("estimated_cost_usd", UsdJson.of(findings.estimate()));
    } else if (step == MissionStep.TOOL_SELECTION) {
      var choice = findings.choice();
      out.writePOJOField("tool_used", choice == null ? null : choice.tool().value());
      out.writePOJOField("tool_confidence", choice == null ? null : choice.confidence());
      out.writePOJOField("ranking", RankedJson.of(findings.ranking()));
    }
  }

  private static void preview(JsonGenerator out, ArtifactPreview preview) throws IOException {
    out.writeStringField("artifact_reference", preview.artifact().value());
    out.writeStringField("kind", word(preview.kind()));
    out.writeStringField("title", preview.title());
    out.writeStringField("preview_url", "/artifacts/" + preview.artifact() + "/preview");
  }

  private static void achieved(JsonGenerator out, Achieved achieved) throws IOException {
    out.writeStringField("tool_used", achieved.tool().value());
    out.writeNumberField("tool_confidence", achieved.confidence());
    out.writeStringField("artifact_reference", achieved.artifact().value());
    out.writePOJOField("actual_cost_usd", UsdJson.of(achieved.cost()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
