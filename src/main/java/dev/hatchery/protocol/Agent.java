package dev.hatchery.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hatched companion.
 *
 * @param picture its avatar, or null when it was made from given data without one
 * @param description the words it was hatched from; empty when it was made from given data
 * @param fallback which of its parts are stand-ins
 * @param runId the run that hatched it, or null
 */
public record Agent(
    AgentId id,
    Owner owner,
    Persona persona,
    @Nullable PictureId picture,
    String description,
    Fallback fallback,
    @Nullable RunId runId,
    Instant createdAt) {

  /**
   * Which parts of a companion are stand-ins.
   *
   * @param persona it was made from the words alone
   * @param avatar it is a drawing made from the persona
   */
  public record Fallback(boolean persona, boolean avatar) {
    /** Nothing is a stand-in. */
    public static final Fallback NONE = new Fallback(false, false);
  }
}
