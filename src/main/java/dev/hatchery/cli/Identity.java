package dev.hatchery.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The token with which the command line says who its user is. It has no flag, since every user of
 * the machine sees the flags of every process.
 *
 * @param token empty where the server needs none
 */
record Identity(String token) {
  private static final String VARIABLE = "HATCHERY_TOKEN";
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Pattern SENDABLE = Pattern.compile("[!-~]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  Identity {
    if (!SENDABLE.matcher(token).matches()) {
      throw new CommandException(
          "what HATCHERY_TOKEN or its file holds is no token", ExitCode.USAGE);
    }
  }

  /** That of the variable, else that of the file {@code ~/.config/hatchery/token}. */
  static Identity of(Map<String, String> environment) {
    return new Identity(
        Optional.ofNullable(environment.get(VARIABLE))
            .or(() -> file(environment).map(Identity::read))
            .orElse("")
            .strip());
  }

  /** Refuses to send a token where whoever listens on the way could read it. */
  void checkSafe(URI server) {
    if (!token.isEmpty()
        && "http".equalsIgnoreCase(server.getScheme())
        && !LOOPBACK.matcher(server.getHost()).matches()) {
      throw new CommandException(
          "your token would travel unencrypted to %s; use https".formatted(server), ExitCode.USAGE);
    }
  }

  private static Optional<Path> file(Map<String, String> environment) {
    var home = Optional.ofNullable(environment.get("HOME")).map(path -> path + "/.config");
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .or(() -> home)
        .map(folder -> Path.of(folder, "hatchery", "token"))
        .filter(Files::isRegularFile);
  }

  private static String read(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        throw new CommandException(
            "others can read your token; first: chmod 600 " + file, ExitCode.USAGE);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandException("the token in %s cannot be read".formatted(file));
    }
  }

  @Override
  public String toString() {
    return token.isEmpty() ? "nobody" : "somebody";
  }
}
