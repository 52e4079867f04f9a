package dev.hatchery.persistence;

import dev.hatchery.protocol.Proof;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a proof is kept: without the key nobody can tell whether a secret they found is one of ours.
 */
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** With this key, in hexadecimal digits. */
  KeyedHash(String key) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM);
  }

  String of(Proof proof) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(proof.hex().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
