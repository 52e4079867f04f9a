package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the command line does with the data without a server. */
public interface DataFolder {
  /** Where the Hatchery is that holds the directory, or nothing when none holds it. */
  Optional<URI> holder(Path data);

  /**
   * Copies the database into a file that does not exist yet; a server may be running on it.
   *
   * @throws CommandException when that is not possible
   */
  void backup(Config config, Path file);

  /**
   * Replaces the database by a backup.
   *
   * @return who may come in then
   * @throws CommandException when that is not possible, as while a server is running on it
   */
  Readmission restore(Config config, Path file);

  /** The users' tokens in the database of these settings; a server may be running on it. */
  TokenBook tokens(Config config);
}
