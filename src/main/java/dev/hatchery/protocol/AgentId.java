package dev.hatchery.protocol;

/**
 * Names a companion.
 *
 * @param value 26 characters of base 32, 128 random bits
 */
public record AgentId(String value) {
  public AgentId {
    Ids.check(value);
  }

  /** A new id that nobody can guess. */
  public static AgentId random() {
    return new AgentId(Ids.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
