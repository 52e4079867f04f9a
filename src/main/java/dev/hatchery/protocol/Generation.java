package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;

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

  /**
   * Asks for prose.
   *
   * @param instructions how to write, in our words
   * @param words what to write about, in the user's words, untrusted
   * @param patience how long it may take with all attempts
   */
  record Compose(RunId runId, String instructions, String words, Duration patience)
      implements Generation {}

  /**
   * Prose is being written.
   *
   * @param fraction 0 to 1, measured
   * @param message one line for people
   */
  record Composing(RunId runId, double fraction, String message) implements Generation {}

  /**
   * The prose.
   *
   * @param model which model wrote it, as in {@link ModelName#of}
   * @param tokens how many it read and wrote
   */
  record Composed(String text, String model, long tokens) implements Generation {}

  /**
   * Asks for a choice.
   *
   * @param instructions how to choose, in our words
   * @param words what to choose for, in the user's words, untrusted
   * @param options at least two
   * @param patience how long it may take with all attempts
   */
  record Choose(
      RunId runId, String instructions, String words, List<String> options, Duration patience)
      implements Generation {
    public Choose {
      options = List.copyOf(options);
    }
  }

  /**
   * The choice.
   *
   * @param option one of the options
   * @param certainty how sure the model is, 0 to 1
   * @param tokens how many it read and wrote
   */
  record Chosen(String option, double certainty, long tokens) implements Generation {}
}
