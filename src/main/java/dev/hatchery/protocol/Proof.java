package dev.hatchery.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What shows that somebody knows a secret; the secret itself never travels and is never kept.
 *
 * @param hex its SHA-256
 */
public record Proof(String hex) {

  /** The proof of knowing this, whatever it is. */
  public static Proof of(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new Proof(
          HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
