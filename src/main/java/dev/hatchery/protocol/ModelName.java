package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param provider such as {@code ollama}
 * @param model which of the provider's models, such as {@code llama3.2:3b}, or null
 */
public record ModelName(String provider, @Nullable String model) {
  private static final char BEFORE_THE_MODEL = ':';

  /** Reads a name such as {@code ollama:llama3.2:3b} or {@code storyteller}. */
  public static ModelName of(String name) {
    var colon = name.indexOf(BEFORE_THE_MODEL);
    return colon < 0
        ? new ModelName(name, null)
        : new ModelName(name.substring(0, colon), name.substring(colon + 1));
  }
}
