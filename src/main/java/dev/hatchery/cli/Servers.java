package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.client.Trust;
import dev.hatchery.config.Config;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the Hatchery that a command is about. */
final class Servers {
  /** The settings of a server that nobody but this process uses. */
  private static final Map<String, String> FOR_ITSELF =
      Map.of(
          "http.host", "127.0.0.1",
          "http.port", "0",
          "http.tls.certificate", "",
          "http.tls.key", "",
          "http.trustedProxy", "");

  private final HatcheryCommand root;
  private final Launcher launcher;
  private final DataFolder folder;
  private final Console console;

  Servers(HatcheryCommand root, Launcher launcher, DataFolder folder, Console console) {
    this.root = root;
    this.launcher = launcher;
    this.folder = folder;
    this.console = console;
  }

  /** What a command asks of a server. */
  @FunctionalInterface
  interface Conversation<T> {
    T with(Client client) throws IOException, Refusal;
  }

  /** Asks the server that is named, else the one that runs on the data directory. */
  <T> T ask(DataOptions settings, Conversation<T> conversation) {
    try (var connection = existing(settings)) {
      return conversation.with(connection.client());
    } catch (Refusal refusal) {
      throw refused(refusal);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** What goes on with a server until it ends or is interrupted. */
  @FunctionalInterface
  interface Session {
    int with(Connection connection) throws IOException, Refusal, InterruptedException;
  }

  /** The exit code of a session with the server that {@link #ask} would ask. */
  int stay(DataOptions settings, Session session) {
    try (var interruption = new Interruption();
        var connection = existing(settings)) {
      return session.with(connection);
    } catch (Refusal refusal) {
      throw refused(refusal);
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  /** The server that is named, else the one that runs on the data directory. */
  Connection existing(DataOptions settings) {
    return running(settings.read(console.environment(), Map.of()));
  }

  /** The server that is named or runs on the data directory, else one in this process. */
  Connection connect(DataOptions settings) {
    var config = settings.read(console.environment(), Map.of());
    return named().or(() -> held(config)).orElseGet(() -> embedded(config, settings));
  }

  /**
   * The same for whoever cannot wait for it: only what is wrong at first sight is thrown at once,
   * settings and a named server that is not there.
   */
  Supplier<Connection> prepare(DataOptions settings) {
    settings.read(console.environment(), Map.of());
    var named = named();
    try {
      if (named.isPresent()) {
        named.get().client().knock();
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
    return () -> named.orElseGet(() -> connect(settings));
  }

  /** What to say of a server that cannot be reached. */
  CommandException unreachable(IOException why) {
    return root.server(console.environment())
        .map(
            named ->
                new CommandException(
                    "%s cannot be reached (%s).".formatted(named, reason(why)),
                    ExitCode.UNREACHABLE))
        .orElseGet(
            () -> new CommandException("Hatchery cannot be reached (%s).".formatted(reason(why))));
  }

  /** What to say of a server that says no. */
  static CommandException refused(Refusal refusal) {
    var hint =
        refusal.ofWhoAsks()
            ? " The command line takes it from HATCHERY_TOKEN or ~/.config/hatchery/token."
            : "";
    return new CommandException(
        refusal.getMessage() + hint, refusal.ofWhatWasSent() ? ExitCode.USAGE : ExitCode.FAILED);
  }

  private Connection running(Config config) {
    return named()
        .or(() -> held(config))
        .orElseThrow(
            () ->
                new CommandException(
                    "no Hatchery runs on %s; start one with: hatchery serve, or name one by --server"
                        .formatted(config.data())));
  }

  private Optional<Connection> named() {
    return root.server(console.environment()).map(url -> to(address(url)));
  }

  private Identity identity() {
    return Identity.of(console.environment());
  }

  private static URI address(String url) {
    try {
      var address = URI.create(url);
      if (address.getHost() != null && Objects.toString(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for every other text that is no address.
    }
    throw new CommandException(
        "--server must be an address such as http://127.0.0.1:8000, was " + url, ExitCode.USAGE);
  }

  private Connection to(URI address) {
    identity().checkSafe(address);
    return new Connection(client(() -> address, Optional.empty()), null);
  }

  private Client client(Supplier<URI> address, Optional<Path> certificate) {
    var trust = root.certificates(console.environment()).or(() -> certificate).map(Servers::trust);
    return new Client(address, identity().token(), trust.orElse(Trust.USUAL));
  }

  private static Trust trust(Path file) {
    try {
      return Trust.only(file);
    } catch (NoSuchFileException e) {
      throw new CommandException("there is no certificate " + file, ExitCode.USAGE);
    } catch (IOException e) {
      throw new CommandException(
          "%s cannot be used: %s".formatted(file, e.getMessage()), ExitCode.USAGE);
    }
  }

  /**
   * A server that restarts may come back on another port, so each attempt looks again. Where the
   * settings have its certificate, that is the one it has to show.
   */
  private Optional<Connection> held(Config config) {
    var data = config.data();
    var tls = config.http().tls();
    var certificate = Optional.of(tls.certificate()).filter(file -> tls.on()).map(Path::of);
    return folder
        .holder(data)
        .map(first -> new Connection(client(() -> now(data, first), certificate), null));
  }

  /** One that takes its time to start again has no address yet: the next attempt looks again. */
  private URI now(Path data, URI before) {
    try {
      return folder.holder(data).orElse(before);
    } catch (CommandException e) {
      return before;
    }
  }

  private Connection embedded(Config config, DataOptions settings) {
    try {
      var server = launcher.launch(() -> settings.read(console.environment(), FOR_ITSELF));
      return new Connection(client(server::address, Optional.empty()), server);
    } catch (CommandException e) {
      // Somebody else may have started one on the same data meanwhile.
      return held(config).orElseThrow(() -> e);
    }
  }

  private static String reason(IOException why) {
    if (Client.neverConnected(why)) {
      return "no connection";
    }
    if (Client.untrusted(why)) {
      return "nobody known here vouches for its certificate; name the file with it by --cacert";
    }
    return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
  }
}
