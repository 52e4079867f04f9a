package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/** Asking a renderer. */
public sealed interface Rendering extends Message {
  /**
   * Asks for a picture of this persona.
   *
   * @param phase the part of the run that it is
   */
  record Commission(RunId runId, long epoch, Phase phase, Persona persona, long seed)
      implements Rendering {}

  /**
   * The picture, verified, and not yet saved.
   *
   * @param mediaType {@code image/png}, or {@code image/svg+xml} for our own stand-in
   * @param code of that reason, stable, or null when the renderer painted it
   * @param reason why it is a stand-in, one sentence, or null when the renderer painted it
   */
  record Painted(Bytes picture, String mediaType, @Nullable String code, @Nullable String reason)
      implements Rendering {}

  /** Asks for the newest preview of a run that is being painted here. */
  record Peek(RunId runId) implements Rendering {}

  /**
   * A half-painted picture.
   *
   * @param png null while nothing is painted
   */
  record Preview(@Nullable Bytes png) implements Rendering {}
}
