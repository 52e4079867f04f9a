package dev.hatchery.llm;

import dev.hatchery.protocol.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What a run wants of a model.
 *
 * @param <T> the answer to its question
 */
interface Errand<T> {
  RunId runId();

  Commission commission();

  /** How many characters the answer will probably have, at least 1; may await. */
  int typical(LanguageModel model);

  /**
   * The answer in what a model has written.
   *
   * @throws UnreadableAnswerException when it is not there
   */
  T read(Draft draft);

  /**
   * The model has got further.
   *
   * @param fraction 0 to 1
   * @param tokens how many it has written, or null
   */
  void measured(double fraction, @Nullable Integer tokens, String message);

  /** What is said after why there is no answer; ends the sentence. */
  String instead();
}
