package dev.hatchery.protocol;

import java.util.regex.Pattern;

/**
 * A secret that lets its holder in.
 *
 * @param text what the holder shows; 260 random bits in base 32
 */
public record Credential(String text) {
  /** What the secrets begin with that people keep, so that scanners find them where they leak. */
  public static final String MARK = "hatchery_";

  private static final Pattern MARKED = Pattern.compile(MARK + "[0-9a-v]{52}");

  /** A new token, {@code hatchery_…}. */
  public static Credential token() {
    return new Credential(MARK + Ids.random() + Ids.random());
  }

  /** A new secret of any other kind. */
  public static Credential passing() {
    return new Credential(Ids.random() + Ids.random());
  }

  /** Whether a token stands anywhere in this text. */
  public static boolean leaksIn(String text) {
    return text.contains(MARK) && MARKED.matcher(text).find();
  }

  /** What is shown and kept of it. */
  public Proof proof() {
    return Proof.of(text);
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
