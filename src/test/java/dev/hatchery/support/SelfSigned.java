package dev.hatchery.support;

import dev.hatchery.config.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of localhost that nobody vouches for.
 *
 * @param trust shows it as a server, and trusts it and nothing else as a client
 */
public record SelfSigned(Tls tls, SSLContext trust) {
  private static final String WORD = "hatchery";

  /** Made by the JDK's own keytool. */
  public static SelfSigned in(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    var store = folder.resolve("store.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                WORD,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                WORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    var keys = KeyStore.getInstance(store.toFile(), WORD.toCharArray());
    var certificate =
        pem(
            folder.resolve("certificate.pem"),
            "CERTIFICATE",
            keys.getCertificate(WORD).getEncoded());
    var key =
        pem(
            folder.resolve("key.pem"),
            "PRIVATE KEY",
            keys.getKey(WORD, WORD.toCharArray()).getEncoded());
    return new SelfSigned(new Tls(certificate, key), trust(keys));
  }

  /** The SHA-256 of its public key in base 64, by which browsers pin one. */
  public String keyHash() {
    try (var in = Files.newInputStream(Path.of(tls.certificate()))) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      var sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha.digest(certificate.getPublicKey().getEncoded()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext trust(KeyStore keys) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(WORD, keys.getCertificate(WORD));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(keys, WORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), managers.getTrustManagers(), null);
    return context;
  }

  private static String pem(Path file, String what, byte[] der) throws IOException {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
            file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what))
        .toString();
  }
}
