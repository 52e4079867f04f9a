package dev.hatchery.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests use of the system, by the names of Debian's packages. */
public enum SystemPackage {
  CHROMIUM("chromium") {
    @Override
    boolean installed() {
      return Files.isExecutable(Path.of("/usr/bin/chromium"));
    }
  },
  TQDM("python3-tqdm") {
    @Override
    boolean installed() {
      try {
        return new ProcessBuilder("/usr/bin/python3", "-c", "import tqdm").start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  };

  private final String debianName;

  SystemPackage(String debianName) {
    this.debianName = debianName;
  }

  String debianName() {
    return debianName;
  }

  abstract boolean installed();
}
