package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.ToolException;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page is, of which only the name has been checked so far.
 *
 * @param secure whether by TLS
 * @param host in lower case, ASCII, with a letter in its last label; or an IP address in its one
 *     usual form, IPv6 without brackets
 * @param port 80 or 443
 * @param path with its query, begins with a slash
 */
record Destination(boolean secure, String host, int port, String path) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int LONGEST = 2_048;

  /** Stricter than the standards: what two readers might understand differently is refused. */
  private static final Pattern URL =
      Pattern.compile(
          "(https?)://(\\[[0-9a-fA-F:.]{2,45}]|[^\\s/?#\\\\@:\\[\\]%]+)(?::(\\d{1,5}))?([/?][^#]*)?(?:#.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  private static final Pattern BYTE_EACH =
      Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");

  /**
   * Reads an address as a user or a page wrote it.
   *
   * @throws ToolException in words when it is none that may be read
   */
  static Destination of(String url, AllowedDomains allowed) {
    var form = URL.matcher(url);
    require(url.length() <= LONGEST && form.matches(), "Address refused: not a plain http address");
    var secure = form.group(1).equalsIgnoreCase("https");
    var port = port(form, secure);
    require(port == HTTP || port == HTTPS, "Address refused: only ports 80 and 443 are read");
    var host = host(form.group(2));
    require(
        allowed.allow(host),
        "Address refused: %s is not among missions.allowedDomains".formatted(host));
    return new Destination(secure, host, port, path(form.group(4)));
  }

  /** Where a page of this one points to. */
  Destination to(String location, AllowedDomains allowed) {
    try {
      return of(URI.create(url()).resolve(location.strip()).toString(), allowed);
    } catch (IllegalArgumentException e) {
      throw new ToolException("Address refused: not a plain http address");
    }
  }

  /** The whole address. */
  String url() {
    return (secure ? "https://" : "http://") + authority() + path;
  }

  /** The host as requests name it, with its port where that is not the usual one. */
  String authority() {
    var named = isIpv6() ? "[%s]".formatted(host) : host;
    return port == (secure ? HTTPS : HTTP) ? named : named + ":" + port;
  }

  private boolean isIpv6() {
    return host.indexOf(':') >= 0;
  }

  private static int port(Matcher form, boolean secure) {
    var said = form.group(3);
    return said == null ? (secure ? HTTPS : HTTP) : Integer.parseInt(said);
  }

  private static String host(String said) {
    if (said.startsWith("[")) {
      return said.substring(1, said.length() - 1).toLowerCase(Locale.ROOT);
    }
    var name = ascii(said).replaceFirst("\\.$", "");
    require(
        NAME.matcher(name).matches() || BYTE_EACH.matcher(name).matches(),
        "Address refused: its host is not a plain name");
    return name;
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new ToolException("Address refused: its host is not a plain name");
    }
  }

  private static String path(String said) {
    if (said == null) {
      return "/";
    }
    var path = said.startsWith("?") ? "/" + said : said;
    require(PRINTABLE.matcher(path).matches(), "Address refused: not a plain http address");
    return path;
  }

  private static void require(boolean valid, String words) {
    if (!valid) {
      throw new ToolException(words);
    }
  }
}
