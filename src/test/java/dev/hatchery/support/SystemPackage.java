package dev.hatchery.support;

import java.io.IOException;

/** What tests use of the system, by the names of Debian's packages. */
public enum SystemPackage {
  CHROMIUM("chromium", "/usr/bin/chromium --version"),
  CURL("curl", "curl --version"),
  NGINX("nginx", "PATH=$PATH:/usr/sbin nginx -v"),
  NODE("nodejs", "node --version"),
  /** What {@code src/test/scripts/other-peoples-clients.sh} installs by it. */
  NPM("npm", "node --version && test -f target/clients/installed"),
  OPENSSL("openssl", "openssl version | grep -q '^OpenSSL [3-9]'"),
  TQDM("python3-tqdm", "/usr/bin/python3 -c 'import tqdm'");

  private final String debianName;
  private final String proof;

  /** The command that proves it is there exits with 0. */
  SystemPackage(String debianName, String proof) {
    this.debianName = debianName;
    this.proof = proof;
  }

  String debianName() {
    return debianName;
  }

  boolean installed() {
    try {
      return new ProcessBuilder("sh", "-c", proof)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
