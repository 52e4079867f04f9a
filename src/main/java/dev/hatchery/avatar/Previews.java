package dev.hatchery.avatar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The half-painted pictures that a renderer leaves in a directory. Not for several threads. */
final class Previews {

  private record Seen(Path file, long size, FileTime time) {}

  private static final int FILES_MOST = 2000;

  private final Path directory;
  private @Nullable Seen candidate;
  private @Nullable Seen shown;

  Previews(Path directory) {
    this.directory = directory;
  }

  /** The newest picture, small, if there is one that was not given before and is complete. */
  Optional<Picture> next() {
    Optional<Seen> newest = newest();
    if (newest.isEmpty() || newest.get().equals(shown)) {
      return Optional.empty();
    }
    // Renderers write in place: only a file that two looks find the same can be complete.
    boolean stable = newest.get().equals(candidate);
    candidate = newest.get();
    return stable ? show(newest.get()) : Optional.empty();
  }

  private Optional<Picture> show(Seen seen) {
    shown = seen;
    try {
      return Optional.of(PictureFile.preview(seen.file()));
    } catch (PictureException e) {
      return Optional.empty();
    }
  }

  private Optional<Seen> newest() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .limit(FILES_MOST)
          .filter(Previews::picture)
          .flatMap(file -> look(file).stream())
          .max(Comparator.comparing(Seen::time).thenComparing(Seen::file));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static boolean picture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    // mflux also lays all its steps side by side into one.
    return List.of(".png", ".jpg", ".jpeg").stream().anyMatch(name::endsWith)
        && !name.contains("composite");
  }

  private static Optional<Seen> look(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() && attributes.size() > 0
          ? Optional.of(new Seen(file, attributes.size(), attributes.lastModifiedTime()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
