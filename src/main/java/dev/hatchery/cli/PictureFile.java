package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The file that {@code --out} names; there is either a whole picture in it or what was before. */
final class PictureFile {
  private final Path file;
  private final Path folder;

  private PictureFile(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Looks before the hatching starts whether the file can be written after it.
   *
   * @throws CommandException when it cannot
   */
  static PictureFile at(Path file) {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new CommandException(
          "--out must name a file; %s is a directory".formatted(file), ExitCode.USAGE);
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new CommandException(
          "--out cannot be written: %s is no directory to write in".formatted(folder),
          ExitCode.USAGE);
    }
    return new PictureFile(file, folder);
  }

  /** Writes the picture. */
  void write(Client.Picture picture) {
    try {
      var whole = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.write(whole, picture.bytes());
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new CommandException(
          "the picture cannot be written to %s (%s)".formatted(file, e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
