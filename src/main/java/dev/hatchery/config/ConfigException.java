package dev.hatchery.config;

/** A setting is wrong; the message is a sentence that names its key. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says this sentence, which names the key. */
  public ConfigException(String sentence) {
    super(sentence);
  }
}
