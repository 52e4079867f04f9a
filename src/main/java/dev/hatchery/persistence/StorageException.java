package dev.hatchery.persistence;

import org.jspecify.annotations.Nullable;

/** The data cannot be used; the message is a sentence for whoever starts Hatchery. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StorageException(String sentence) {
    this(sentence, null);
  }

  StorageException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
