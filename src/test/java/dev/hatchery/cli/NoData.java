package dev.hatchery.cli;

import dev.hatchery.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data directory that nobody holds and nothing is done with. */
record NoData() implements DataFolder {
  @Override
  public Optional<URI> holder(Path data) {
    return Optional.empty();
  }

  @Override
  public void backup(Config config, Path file) {}

  @Override
  public Readmission restore(Config config, Path file) {
    return new Readmission(true, List.of(), 0);
  }

  @Override
  public TokenBook tokens(Config config) {
    throw new UnsupportedOperationException("there is no data");
  }
}
