package dev.hatchery.mission.tool;

import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that can do the work of a mission. */
public interface Tool {

  /** What it is called in settings, events and verdicts. */
  ToolName name();

  /** What it can be asked for; not empty. */
  Set<Category> serves();

  /** How good it is thought to be before anything is learned of it, 0 to 1. */
  double confidence();

  /**
   * A sentence that says what it lacks, such as {@code web_search needs missions.searchUrl.}; null
   * when it can be used. One that lacks something is never chosen.
   */
  @Nullable String lacks();

  /** Whether using it again for the same mission, after a crash, changes nothing but the answer. */
  default boolean repeatable() {
    return true;
  }

  /**
   * Does the work and waits for it, on a virtual thread of a verticle.
   *
   * @throws ToolException when there is no answer
   * @throws java.util.concurrent.CancellationException when the call was stopped
   */
  Answer use(Call call);
}
