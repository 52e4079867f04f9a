package dev.hatchery.cluster;

import dev.hatchery.config.Cluster;
import dev.hatchery.config.ConfigException;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** With what this node proves who it is, and what the others have to show. */
final class Credentials {
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.3");
  private static final Duration CONNECT_MOST = Duration.ofSeconds(2);
  private static final Duration HANDSHAKE_MOST = Duration.ofSeconds(10);

  private final Cluster.MutualTls files;

  /** Reads the files with each use; throws {@link ConfigException} where one is missing. */
  Credentials(Cluster.MutualTls files) {
    this.files = files;
    check("certificate", files.certificate());
    check("key", files.key());
    check("authority", files.authority());
  }

  private static void check(String key, String file) {
    if (!Files.isReadable(Path.of(file))) {
      throw new ConfigException("cluster.tls.%s cannot be read: %s".formatted(key, file));
    }
  }

  /** For whoever shows a certificate of our authority. */
  NetServerOptions server() {
    return in(new NetServerOptions()).setClientAuth(ClientAuth.REQUIRED);
  }

  /** To whoever shows a certificate of our authority for the very name that we call. */
  NetClientOptions client() {
    return in(new NetClientOptions())
        .setHostnameVerificationAlgorithm("HTTPS")
        .setConnectTimeout(Math.toIntExact(CONNECT_MOST.toMillis()));
  }

  /** Vert.x lets its bus call a node by any name: here the authority alone decides. */
  EventBusOptions bus(EventBusOptions options) {
    return in(options).setClientAuth(ClientAuth.REQUIRED);
  }

  private <T extends TCPSSLOptions> T in(T options) {
    options
        .setSsl(true)
        .setKeyCertOptions(
            new PemKeyCertOptions().setCertPath(files.certificate()).setKeyPath(files.key()))
        .setTrustOptions(new PemTrustOptions().addCertPath(files.authority()))
        .setEnabledSecureTransportProtocols(PROTOCOLS)
        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
        .setSslHandshakeTimeout(HANDSHAKE_MOST.toMillis());
    return options;
  }
}
