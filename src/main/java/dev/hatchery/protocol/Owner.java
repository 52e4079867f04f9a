package dev.hatchery.protocol;

import java.util.regex.Pattern;

/**
 * Whose a run, a companion or a picture is.
 *
 * @param name the user's name; {@code local} where no users are configured
 */
public record Owner(String name) {
  /** The only user of a server without users. */
  public static final Owner LOCAL = new Owner("local");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  /**
   * A user as somebody typed it.
   *
   * @throws IllegalArgumentException with a sentence when nobody can be called so
   */
  public static Owner named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A user's name has 1 to 32 of a-z 0-9 . _ - and begins with a letter.");
    }
    return new Owner(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
