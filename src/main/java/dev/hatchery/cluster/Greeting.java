package dev.hatchery.cluster;

import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Endpoint;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a node says first in a tunnel, in one line. It is answered by {@link #WELCOME} or {@link
 * #UNKNOWN}.
 *
 * @param enters whether the connection is to be used, and is not only a question whether it could
 * @param from who calls
 */
record Greeting(boolean enters, Endpoint from) {
  static final String WELCOME = "welcome";

  /** Whoever calls is not named in the settings of this node. */
  static final String UNKNOWN = "unknown";

  private static final Pattern FORM = Pattern.compile("hatchery-tunnel/1 (enter|knock) (\\S+)");

  static Optional<Greeting> read(String line) {
    var form = FORM.matcher(line);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Greeting(form.group(1).equals("enter"), Endpoint.of(form.group(2))));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "hatchery-tunnel/1 %s %s".formatted(enters ? "enter" : "knock", from);
  }
}
