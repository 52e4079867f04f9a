package dev.hatchery.config;

/** A key: never shown by accident, neither here nor in anything that holds one. */
public final class Secret {
  /** No key at all. */
  public static final Secret NONE = new Secret("");

  private static final String HIDDEN = "•••";

  private final String value;

  /** Keeps {@code value} without the white space around it, which files of keys often have. */
  public Secret(String value) {
    this.value = value.strip();
  }

  /** Whether there is a key. */
  public boolean present() {
    return !value.isEmpty();
  }

  /** The key itself, for whom it opens something and nobody else. */
  public String reveal() {
    return value;
  }

  /** The text without the key, since servers like to repeat what they refuse. */
  public String hide(String text) {
    return present() ? text.replace(value, HIDDEN) : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return present() ? HIDDEN : "none";
  }
}
