package dev.hatchery.protocol;

/** Asking a language model. */
public sealed interface Generation extends Message {
  /**
   * Asks for a persona for these words.
   *
   * @param phase the part of the run that it is
   */
  record Prompt(RunId runId, long epoch, Phase phase, String description, long seed)
      implements Generation {}

  /**
   * The persona.
   *
   * @param model which model wrote it, as in {@link ModelName#of}
   * @param characters how long the model's whole answer was
   */
  record Written(Persona persona, String model, int characters) implements Generation {}
}
