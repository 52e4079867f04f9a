package dev.hatchery.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the test's own resources, laid out where a process can read them. */
final class Resources {
  private Resources() {}

  /** Copies a resource into a folder, with {@code FOLDER} in its text replaced by that folder. */
  static Path file(String name, Path folder) {
    var target = folder.resolve(Path.of(name).getFileName());
    try (var in = Resources.class.getResourceAsStream("/" + name)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(target, text.replace("FOLDER", folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
