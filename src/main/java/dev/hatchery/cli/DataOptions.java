package dev.hatchery.cli;

import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every command that needs the configuration. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory; ./data by default.")
  private @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "A PostgreSQL that several nodes share, as postgresql://user:password@host:port/name;",
        "HATCHERY_DATABASE says it without showing the password to whoever lists processes."
      })
  private @Nullable String database;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings that differ from the defaults, as JSON.")
  private @Nullable Path file;

  /**
   * The settings of this start.
   *
   * @param flags further ones, as paths such as {@code http.port}
   */
  Config read(Map<String, String> environment, Map<String, String> flags) {
    var all = new HashMap<>(flags);
    if (data != null) {
      all.put("data", data.toString());
    }
    if (database != null) {
      all.put("database", database);
    }
    return new ConfigFile().read(file, environment, all);
  }
}
