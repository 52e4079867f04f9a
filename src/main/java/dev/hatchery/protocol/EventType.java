package dev.hatchery.protocol;

import java.util.Set;
import java.util.regex.Pattern;

/** The types that events may have. */
public final class EventType {
  /** The one emitted type that a later one supersedes. */
  public static final String PROGRESS = "progress";

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");

  /** What only Hatchery says; {@code open} is what browsers say of a stream themselves. */
  private static final Set<String> OURS =
      Set.of(
          "queued",
          "backstory_complete",
          "complete",
          "error",
          "cancelled",
          "beat",
          "gap",
          "snapshot",
          "open",
          "step_started",
          "step_completed",
          "step_failed",
          "artifact_preview",
          "mission_stop",
          "mission_changed",
          "clarification_needed");

  /** What programs say of their tasks, and our own ticks. */
  private static final Set<String> TOLD =
      Set.of(
          PROGRESS,
          "task_started",
          "story_started",
          "ac_completed",
          "story_completed",
          "task_completed",
          "error_occurred",
          "llm_progress",
          "avatar_progress");

  private static final String OUR_TICKS = "_progress";

  private EventType() {}

  /** Whether anything can be called so. */
  public static boolean wellFormed(String type) {
    return FORM.matcher(type).matches();
  }

  /** Whether it has a meaning of its own; any other is what a program made up. */
  public static boolean known(String type) {
    return TOLD.contains(type) || OURS.contains(type);
  }

  /** Whether other programs cannot emit it; {@link #PROGRESS} they can, with a percentage. */
  public static boolean reserved(String type) {
    return OURS.contains(type) || type.endsWith(OUR_TICKS);
  }
}
