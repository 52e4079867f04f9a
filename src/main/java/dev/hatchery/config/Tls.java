package dev.hatchery.config;

/**
 * With what connections are encrypted; both are files in PEM, or both are empty for none.
 *
 * @param certificate the certificate, followed by those that vouch for it
 * @param key its private key
 */
public record Tls(String certificate, String key) {
  public Tls {
    Check.that(
        certificate.isBlank() == key.isBlank(),
        "http.tls needs both certificate and key, or neither");
  }

  /** Whether connections are encrypted. */
  public boolean on() {
    return !certificate.isBlank();
  }
}
