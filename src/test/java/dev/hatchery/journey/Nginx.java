package dev.hatchery.journey;

import dev.hatchery.config.Tls;
import dev.hatchery.support.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real nginx that encrypts what a server says in plain, configured as the README shows it. */
final class Nginx implements AutoCloseable {
  private static final Pattern SHOWN = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one in front of this server. */
  static Nginx before(URI server, Tls tls, Path folder) {
    try {
      var port = FreePorts.one();
      var file = Files.writeString(folder.resolve("nginx.conf"), config(server, tls, folder, port));
      var builder = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", file.toString());
      builder.environment().merge("PATH", ":/usr/sbin", String::concat);
      var nginx = new Nginx(builder.inheritIO().start(), port);
      Awaitility.await().ignoreExceptions().until(nginx::listens);
      return nginx;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri(String path) {
    return URI.create("https://localhost:" + port + path);
  }

  private boolean listens() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static String config(URI server, Tls tls, Path folder, int port) throws IOException {
    var readme = SHOWN.matcher(Files.readString(Path.of("README.md")));
    if (!readme.find()) {
      throw new AssertionError("the README shows no nginx");
    }
    var location = readme.group(1).replace("http://127.0.0.1:8000", server.resolve("/").toString());
    return """
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log stderr error;
    events {}
    http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      server {
        listen 127.0.0.1:%2$d ssl;
        ssl_certificate %3$s;
        ssl_certificate_key %4$s;
        %5$s
      }
    }
    """
        .formatted(folder, port, tls.certificate(), tls.key(), location);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
