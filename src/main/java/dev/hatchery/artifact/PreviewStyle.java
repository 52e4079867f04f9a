package dev.hatchery.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The one style of previews, and the policy by which a browser takes no other. */
public final class PreviewStyle {
  /** As it stands in the page. */
  static final String TEXT = text();

  /** The value of a {@code Content-Security-Policy} that allows nothing but this style. */
  public static final String POLICY =
      "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
              .formatted(hash())
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private PreviewStyle() {}

  private static String text() {
    try (var file = PreviewStyle.class.getResourceAsStream("preview.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(TEXT.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
