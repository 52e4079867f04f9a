package dev.hatchery.llm;

import org.jspecify.annotations.Nullable;

/** What a language model is asked to write. */
public sealed interface Commission {

  /** How to write, in our words. */
  String instructions();

  /** What to write about: one JSON string with words of strangers. */
  String message();

  /** What the answer has to look like, or null for prose. */
  default @Nullable Form form() {
    return null;
  }

  /** Models that can repeat themselves answer the same for the same seed. */
  default long seed() {
    return 0;
  }

  /** How many tokens the answer may have where a persona may have {@code configured}. */
  default int tokens(int configured) {
    return configured;
  }

  /**
   * A persona.
   *
   * @param description the user's words, 1 to 2,000 characters, untrusted
   */
  record OfPersona(String description, long seed) implements Commission {
    @Override
    public String instructions() {
      return Instructions.SYSTEM;
    }

    @Override
    public String message() {
      return Instructions.material(description);
    }

    @Override
    public Form form() {
      return Instructions.FORM;
    }
  }

  /**
   * Prose.
   *
   * @param words the user's, untrusted
   */
  record OfProse(String instructions, String words) implements Commission {
    private static final int TOKENS_LEAST = 4_096;

    @Override
    public String message() {
      return Instructions.material(words);
    }

    @Override
    public int tokens(int configured) {
      return Math.max(configured, TOKENS_LEAST);
    }
  }

  /**
   * A small object of a given form.
   *
   * @param words the user's, untrusted
   */
  record OfForm(String instructions, String words, Form form) implements Commission {
    @Override
    public String message() {
      return Instructions.material(words);
    }
  }
}
