package dev.hatchery;

import dev.hatchery.cli.CommandException;
import dev.hatchery.cli.DataFolder;
import dev.hatchery.cli.Readmission;
import dev.hatchery.cli.TokenBook;
import dev.hatchery.config.Config;
import dev.hatchery.persistence.Backup;
import dev.hatchery.persistence.DataLock;
import dev.hatchery.persistence.Restore;
import dev.hatchery.persistence.StorageException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What the command line does with a data directory, done by the persistence. */
final class LocalData implements DataFolder {
  /** A server holds its data some moments before it has an address. */
  private static final Duration START_MOST = Duration.ofSeconds(10);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  @Override
  public Optional<URI> holder(Path data) {
    try {
      var until = System.nanoTime() + START_MOST.toNanos();
      var holder = DataLock.holder(data);
      while (holder.isPresent() && holder.get().address() == null && System.nanoTime() < until) {
        Thread.sleep(LOOK_AGAIN);
        holder = DataLock.holder(data);
      }
      return holder.map(LocalData::address);
    } catch (StorageException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void backup(Config config, Path file) {
    requireFile(config, "pg_dump");
    try {
      new Backup(config.data()).to(file);
    } catch (StorageException e) {
      throw failure(e);
    }
  }

  @Override
  public Readmission restore(Config config, Path file) {
    requireFile(config, "pg_restore");
    try {
      var access = new Restore(config.data()).from(file).access();
      return new Readmission(access.asNow(), access.users(), access.links());
    } catch (StorageException e) {
      throw failure(e);
    }
  }

  @Override
  public TokenBook tokens(Config config) {
    return new LocalTokens(config.data(), config.database());
  }

  /** Of PostgreSQL its own programs know best how it is copied while nodes work on it. */
  private static void requireFile(Config config, String program) {
    if (config.database().present()) {
      throw new CommandException(
          "The data is in %s: use PostgreSQL's own %s.".formatted(config.database(), program));
    }
  }

  private static URI address(DataLock.Holder holder) {
    if (holder.address() == null) {
      throw new CommandException(
          "process %d holds the data but cannot be reached yet; try again in a moment."
              .formatted(holder.pid()));
    }
    return URI.create(holder.address());
  }

  static CommandException failure(StorageException e) {
    return new CommandException(Objects.toString(e.getMessage()));
  }
}
