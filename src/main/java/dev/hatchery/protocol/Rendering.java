package dev.hatchery.protocol;

/** Asking a renderer. */
public sealed interface Rendering extends Message {
  /** Asks for a picture of this persona. */
  record Commission(RunId runId, long epoch, Owner owner, Persona persona, long seed)
      implements Rendering {}

  /** The picture is painted, verified and saved. */
  record Painted(PictureId picture) implements Rendering {}

  /** Asks for the newest preview of a run that is being painted here. */
  record Peek(RunId runId) implements Rendering {}

  /** A half-painted picture, PNG. */
  record Preview(Bytes png) implements Rendering {}
}
