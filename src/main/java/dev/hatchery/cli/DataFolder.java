package dev.hatchery.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the command line does with a data directory without a server. */
public interface DataFolder {
  /** Where the Hatchery is that holds the directory, or nothing when none holds it. */
  Optional<URI> holder(Path data);

  /**
   * Copies the database into a file that does not exist yet; a server may be running on it.
   *
   * @throws CommandException when that is not possible
   */
  void backup(Path data, Path file);

  /**
   * Replaces the database by a backup.
   *
   * @return who may come in then
   * @throws CommandException when that is not possible, as while a server is running on it
   */
  Readmission restore(Path data, Path file);

  /** The users' tokens in the database of the directory; a server may be running on it. */
  TokenBook tokens(Path data);
}
