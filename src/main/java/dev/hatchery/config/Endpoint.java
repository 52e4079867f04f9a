package dev.hatchery.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/**
 * Where a node is reached, written as {@code HOST:PORT}.
 *
 * @param host a name or an address; that of IPv6 stands in brackets
 */
public record Endpoint(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?):(\\d{1,5})");
  private static final int PORT_MOST = 65535;

  /** Reads one. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Endpoint of(String text) {
    var form = FORM.matcher(text.strip());
    Check.that(
        form.matches() && isPort(Integer.parseInt(form.group(3))),
        "cluster.join has \"%s\", but a node is written as HOST:PORT, such as 10.0.0.1:5701",
        text);
    return new Endpoint(form.group(1), Integer.parseInt(form.group(3)));
  }

  static boolean isPort(int number) {
    return number >= 1 && number <= PORT_MOST;
  }

  /** The host as the network's interfaces want it, without brackets. */
  public String address() {
    return host.replaceAll("[\\[\\]]", "");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
