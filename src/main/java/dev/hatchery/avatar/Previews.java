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

  /** The newest file may still be written while the one before it is whole. */
  private static final int TRIES = 2;

  private final Path directory;
  private @Nullable Seen shown;
  private @Nullable Seen refused;

  Previews(Path directory) {
    this.directory = directory;
  }

  /** The newest picture, small, if there is one that was not given before and is complete. */
  Optional<Picture> next() {
    for (Seen seen : newest()) {
      if (seen.equals(shown)) {
        return Optional.empty();
      }
      Optional<Picture> picture = seen.equals(refused) ? Optional.empty() : decode(seen);
      if (picture.isPresent()) {
        shown = seen;
        return picture;
      }
    }
    return Optional.empty();
  }

  /** Renderers write in place, but a half-written file has no end yet and is refused. */
  private Optional<Picture> decode(Seen seen) {
    try {
      return Optional.of(PictureFile.preview(seen.file()));
    } catch (PictureException e) {
      refused = seen;
      return Optional.empty();
    }
  }

  private List<Seen> newest() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .limit(FILES_MOST)
          .filter(Previews::picture)
          .flatMap(file -> look(file).stream())
          .sorted(Comparator.comparing(Seen::time).thenComparingLong(Seen::size).reversed())
          .limit(TRIES)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
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
