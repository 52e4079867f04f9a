package dev.hatchery.cli.view;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What kind of work a run is, in the words of its display. */
public enum RunKind {
  HATCH("hatch", "Hatching", "Hatched"),
  TASK("task", "Task", "Done"),
  COMMAND("command", "Command", "Finished"),
  MISSION("mission", "Mission", "Done"),
  OTHER("run", "Run", "Done");

  private final String wire;
  private final String label;
  private final String done;

  RunKind(String wire, String label, String done) {
    this.wire = wire;
    this.label = label;
    this.done = done;
  }

  /** The kind that a server means; one that is newer than we are is some run. */
  public static RunKind of(String wire) {
    return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst().orElse(OTHER);
  }

  /** What such a run is called before its title. */
  public String label() {
    return label;
  }

  /** The words for where it stands. */
  public String words(Stage stage) {
    return stage == Stage.SUCCEEDED ? done : stage.words();
  }

  /** Where a run of this kind is after an event of this type, or null where that says nothing. */
  @Nullable Stage after(String type) {
    return switch (type) {
      case "complete" -> Stage.SUCCEEDED;
      case "error" -> Stage.FAILED;
      case "cancelled" -> Stage.CANCELLED;
      case "queued" -> Stage.WAITING;
      case "beat", "gap", "snapshot" -> null;
      default -> this == HATCH ? hatching(type) : Stage.WORKING;
    };
  }

  private static @Nullable Stage hatching(String type) {
    return switch (type) {
      case "llm_progress" -> Stage.WRITING;
      case "backstory_complete", "avatar_progress" -> Stage.PAINTING;
      case "progress" -> Stage.SAVING;
      default -> null;
    };
  }

  /** Whether a later event makes one of this type worthless. */
  public boolean ticks(String type) {
    return switch (type) {
      case "queued", "llm_progress", "avatar_progress", "step_progress" -> true;
      case "progress" -> this != HATCH;
      default -> false;
    };
  }
}
