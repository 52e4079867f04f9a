package dev.hatchery.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model gave no answer; the message is a sentence for whoever runs the server. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Trouble trouble;
  private final boolean passing;
  private final transient @Nullable Duration pause;

  private ModelException(
      Trouble trouble, String sentence, boolean passing, @Nullable Duration pause) {
    super(sentence);
    this.trouble = trouble;
    this.passing = passing;
    this.pause = pause;
  }

  /** Asking again would give the same. */
  public static ModelException lasting(Trouble trouble, String sentence) {
    return new ModelException(trouble, sentence, false, null);
  }

  /** Asking again may help. */
  public static ModelException passing(Trouble trouble, String sentence) {
    return new ModelException(trouble, sentence, true, null);
  }

  /** Asking again may help, though not before {@code pause} when the provider names it. */
  public static ModelException passing(Trouble trouble, String sentence, @Nullable Duration pause) {
    return new ModelException(trouble, sentence, true, pause);
  }

  /** What is wrong. */
  public Trouble trouble() {
    return trouble;
  }

  /** Whether asking again may help. */
  public boolean passing() {
    return passing;
  }

  /** How long the provider wants us to wait, or null when it does not say. */
  public @Nullable Duration pause() {
    return pause;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
