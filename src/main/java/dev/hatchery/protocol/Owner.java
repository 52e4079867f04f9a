package dev.hatchery.protocol;

/**
 * Whose a run, a companion or a picture is.
 *
 * @param name the user's name; {@code local} where no users are configured
 */
public record Owner(String name) {
  /** The only user of a server without users. */
  public static final Owner LOCAL = new Owner("local");

  @Override
  public String toString() {
    return name;
  }
}
