package dev.hatchery.cli;

import dev.hatchery.config.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code hatchery}: what all its commands share. */
@Command(
    name = "hatchery",
    description = "Runs long AI work and shows its true progress, live.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:succeeded",
      "1:failed",
      "2:wrong flags or settings",
      "3:the server named by --server cannot be reached",
      "130:interrupted"
    },
    footerHeading = "%nWho you are:%n",
    footer =
        "  HATCHERY_TOKEN, or else ~/.config/hatchery/token, says so to a Hatchery with users.")
public final class HatcheryCommand {
  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = {
        "The Hatchery to use; by default the one that runs on the data directory.",
        "HATCHERY_URL says the same."
      })
  private @Nullable String server;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = {
        "Trust the certificates in this file and no others, as for a server with one of its own;",
        "HATCHERY_CACERT says the same."
      })
  private @Nullable Path certificates;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object a line, each with its type.")
  private boolean json;

  private HatcheryCommand() {}

  /**
   * Does what the arguments of the process say, and prints to its standard output and error.
   *
   * @param launcher starts a server for {@code serve}, and for {@code hatch} where none runs
   * @param folder what is done with a data directory without a server
   * @param checkups tries what the settings name, for {@code doctor}
   * @return one of {@link ExitCode}
   */
  public static int run(String[] args, Launcher launcher, DataFolder folder, Checkups checkups) {
    return run(args, launcher, folder, checkups, Console.ofProcess());
  }

  static int run(
      String[] args, Launcher launcher, DataFolder folder, Checkups checkups, Console console) {
    var root = new HatcheryCommand();
    var servers = new Servers(root, launcher, folder, console);
    return new CommandLine(root)
        .addSubcommand(new ServeCommand(root, launcher, console))
        .addSubcommand(new HatchCommand(root, servers, console))
        .addSubcommand(new WatchCommand(root, servers, console))
        .addSubcommand(new EmitCommand(root, servers, console))
        .addSubcommand(
            new CommandLine(new TaskCommand())
                .addSubcommand(new TaskStartCommand(root, servers, console)))
        .addSubcommand(new CommandLine(new ExecCommand(servers, console)).setStopAtPositional(true))
        .addSubcommand(new RunsCommand(root, servers, console))
        .addSubcommand(new CancelCommand(root, servers, console))
        .addSubcommand(MissionCommand.line(root, servers, console))
        .addSubcommand(new ShareCommand(root, servers, console))
        .addSubcommand(new AgentsCommand(root, servers, console))
        .addSubcommand(TokenCommand.line(root, folder, console))
        .addSubcommand(new DoctorCommand(root, checkups, console))
        .addSubcommand(new RehearseCommand(root, launcher, console))
        .addSubcommand(new BackupCommand(root, folder, console))
        .addSubcommand(new RestoreCommand(root, folder, console))
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler((failure, command, parsed) -> sentence(failure, console))
        .execute(args);
  }

  /** Whether machines read what is printed. */
  boolean json() {
    return json;
  }

  /** What {@code --server} or the environment says. */
  Optional<String> server(Map<String, String> environment) {
    return Optional.ofNullable(server)
        .or(
            () ->
                Optional.of(environment.getOrDefault("HATCHERY_URL", ""))
                    .filter(url -> !url.isEmpty()));
  }

  /** What {@code --cacert} or the environment says. */
  Optional<Path> certificates(Map<String, String> environment) {
    return Optional.ofNullable(certificates)
        .or(
            () ->
                Optional.of(environment.getOrDefault("HATCHERY_CACERT", ""))
                    .filter(path -> !path.isEmpty())
                    .map(Path::of));
  }

  private static int sentence(Exception failure, Console console) throws Exception {
    console.warn("hatchery: " + Objects.toString(failure.getMessage()));
    return switch (failure) {
      case CommandException known -> known.exitCode();
      case ConfigException settings -> ExitCode.USAGE;
      default -> throw failure;
    };
  }
}
