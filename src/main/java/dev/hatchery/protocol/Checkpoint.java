package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/** What a run has done already and need not do again. */
public sealed interface Checkpoint {
  /**
   * What a hatching has done already.
   *
   * @param persona the written persona, or null before it is
   * @param personaFallback whether the persona was made from the words alone
   */
  record Hatching(@Nullable Persona persona, boolean personaFallback) implements Checkpoint {
    /** A hatching that has done nothing yet. */
    public static final Hatching NOTHING = new Hatching(null, false);
  }

  /** Work of another program, as far as it was reported. */
  record Reported(Checklist checklist) implements Checkpoint {}

  /** A mission, as far as it is. */
  record OfMission(Mission mission) implements Checkpoint {}
}
