package dev.hatchery.cli.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose word for a server's certificate is taken; its name is checked in any case. */
public final class Trust {
  /** Those that the machine's Java knows. */
  public static final Trust USUAL = new Trust(null);

  private final @Nullable SSLContext context;

  private Trust(@Nullable SSLContext context) {
    this.context = context;
  }

  /**
   * The certificates of a file in PEM and no others: a server's own, or those of whoever vouches
   * for it.
   *
   * @throws IOException when there are none in it; the message says so
   */
  public static Trust only(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("certificate-" + store.size(), certificate);
      }
      if (store.size() == 0) {
        throw new CertificateException("it holds none");
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return new Trust(context);
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate in PEM: " + e.getMessage(), e);
    }
  }

  Optional<SSLContext> context() {
    return Optional.ofNullable(context);
  }
}
