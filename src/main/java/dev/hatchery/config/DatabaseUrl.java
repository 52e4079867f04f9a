package dev.hatchery.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where the database is that several nodes share. Its password is never shown.
 *
 * @param name of the database; empty where there is none, and SQLite keeps all in the data
 *     directory
 * @param encryption what the connections to it need
 */
public record DatabaseUrl(
    String host, int port, String name, String user, Secret password, Encryption encryption) {
  /** No shared database. */
  public static final DatabaseUrl NONE =
      new DatabaseUrl("", 0, "", "", Secret.NONE, Encryption.NONE);

  private static final int USUAL_PORT = 5432;
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final Pattern NAME = Pattern.compile("/([^/]+)");

  /** How connections are encrypted; PostgreSQL's {@code sslmode} of the same name. */
  public enum Encryption {
    /** Not at all, as on the machine itself. */
    NONE,
    /** With whatever certificate the server shows, as is usual elsewhere. */
    REQUIRE,
    /** Only with a certificate that names the host and that the JVM trusts. */
    VERIFY_FULL
  }

  /** An address as it is written; throws {@link ConfigException} where it is none. */
  public static DatabaseUrl of(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    try {
      return of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw wrong();
    }
  }

  private static DatabaseUrl of(URI url) {
    var name = NAME.matcher(url.getRawPath() == null ? "" : url.getRawPath());
    var who = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    if (!"postgresql".equals(url.getScheme())
        || url.getHost() == null
        || !name.matches()
        || who.length == 0
        || who[0].isEmpty()
        || url.getRawFragment() != null) {
      throw wrong();
    }
    return new DatabaseUrl(
        url.getHost().replaceAll("[\\[\\]]", ""),
        url.getPort() < 0 ? USUAL_PORT : url.getPort(),
        plain(name.group(1)),
        plain(who[0]),
        who.length == 1 ? Secret.NONE : new Secret(plain(who[1])),
        encryption(url));
  }

  /** Whether there is a shared database. */
  public boolean present() {
    return !name.isEmpty();
  }

  /** As people read it, without the password. */
  @Override
  public String toString() {
    return present() ? "postgresql://%s@%s:%d/%s".formatted(user, host, port, name) : "none";
  }

  private static Encryption encryption(URI url) {
    var query = url.getRawQuery();
    if (query == null) {
      return LOOPBACK.matcher(url.getHost()).matches() ? Encryption.NONE : Encryption.REQUIRE;
    }
    return switch (query) {
      case "sslmode=disable" -> Encryption.NONE;
      case "sslmode=require" -> Encryption.REQUIRE;
      case "sslmode=verify-full" -> Encryption.VERIFY_FULL;
      default ->
          throw new ConfigException(
              "database may end with ?sslmode=disable, ?sslmode=require or ?sslmode=verify-full,"
                  + " and with nothing else");
    };
  }

  private static String plain(String encoded) {
    // A plus is a plus in what stands before the query.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without what was written: it has a password. */
  private static ConfigException wrong() {
    return new ConfigException(
        "database must be such as postgresql://user:password@host:5432/name, percent-encoded where"
            + " its password has signs that an address cannot have; or empty for SQLite in the data"
            + " directory");
  }
}
