package dev.hatchery.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Somebody who vouches for nodes, made by openssl as the README tells it. */
public final class Authority {
  private final Path folder;
  private final String name;

  private Authority(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** One whose files lie there. */
  public static Authority in(Path folder, String name) {
    var authority = new Authority(folder, name);
    authority.openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name,
        "-keyout",
        authority.file("-key.pem"),
        "-out",
        authority.certificate());
    return authority;
  }

  /** Its own certificate. */
  public String certificate() {
    return file(".pem");
  }

  /**
   * Vouches for a node at this address; its key lies beside the certificate, as {@code
   * NAME-key.pem}.
   */
  public String certify(String node, String address) {
    var certificate = folder.resolve(name + "-" + node + ".pem").toString();
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + node,
        "-addext",
        "subjectAltName=" + address,
        "-addext",
        "basicConstraints=critical,CA:FALSE",
        "-CA",
        certificate(),
        "-CAkey",
        file("-key.pem"),
        "-keyout",
        key(node),
        "-out",
        certificate);
    return certificate;
  }

  /** The key of a node that it vouches for. */
  public String key(String node) {
    return folder.resolve(name + "-" + node + "-key.pem").toString();
  }

  private String file(String end) {
    return folder.resolve(name + end).toString();
  }

  private void openssl(String words, String... more) {
    var command =
        Stream.of(Stream.of("openssl"), Arrays.stream(words.split(" ")), Arrays.stream(more))
            .flatMap(part -> part)
            .toList();
    try {
      var log = folder.resolve("openssl.log").toFile();
      var made = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
      if (made.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(log.toPath()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
