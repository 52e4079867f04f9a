package dev.hatchery.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a mission, beside what may happen to any run. */
public sealed interface MissionHappening extends Happening {
  /**
   * Its owner proposed, changed, approved or executed it.
   *
   * @param status what it is from now on: proposed, approved or executing
   * @param number its run's; 0 from a node that does not tell
   * @param brief what it is to do from now on; null from a node that does not tell
   * @param changed the names of what was changed, as on the wire
   */
  record Changed(MissionStatus status, long number, @Nullable Brief brief, List<String> changed)
      implements MissionHappening {
    public Changed {
      changed = List.copyOf(changed);
    }

    @Override
    public String type() {
      return "mission_changed";
    }
  }

  /** It waits until its owner has answered a question. */
  record Asked(MissionStep step, String question) implements MissionHappening {
    @Override
    public String type() {
      return "clarification_needed";
    }
  }

  /** A step starts, perhaps again. */
  record StepStarted(MissionStep step) implements MissionHappening {
    @Override
    public String type() {
      return "step_started";
    }
  }

  /** A step is at work. */
  record StepProgress(MissionStep step, @Nullable Eta eta) implements MissionHappening {
    @Override
    public String type() {
      return "step_progress";
    }

    @Override
    public boolean milestone() {
      return false;
    }
  }

  /**
   * A step is done.
   *
   * @param findings what is known with it; {@link Findings#NOTHING} from a node that does not tell
   */
  record StepCompleted(MissionStep step, Findings findings) implements MissionHappening {
    @SuppressWarnings("ConstantValue")
    public StepCompleted {
      findings = findings == null ? Findings.NOTHING : findings;
    }

    @Override
    public String type() {
      return "step_completed";
    }
  }

  /** A step cannot be done, and so ends the mission. */
  record StepFailed(MissionStep step, String code) implements MissionHappening {
    @Override
    public String type() {
      return "step_failed";
    }
  }

  /** What came of a mission can be looked at. */
  record ArtifactPreview(ArtifactId artifact, String title, ArtifactKind kind)
      implements MissionHappening {
    @Override
    public String type() {
      return "artifact_preview";
    }
  }

  /** Nothing more is done for the mission; how it ends is told next. */
  record Stopped(MissionStatus status, @Nullable ToolName tool) implements MissionHappening {
    @Override
    public String type() {
      return "mission_stop";
    }
  }

  /** The mission succeeded. */
  record Achieved(ToolName tool, double confidence, ArtifactId artifact, Usd cost)
      implements MissionHappening {
    @Override
    public String type() {
      return "complete";
    }

    @Override
    public boolean ending() {
      return true;
    }
  }
}
