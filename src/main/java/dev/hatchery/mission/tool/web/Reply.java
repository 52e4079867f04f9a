package dev.hatchery.mission.tool.web;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param body empty unless the status is one of success
 */
public record Reply(int status, MultiMap headers, Buffer body) {
  private static final int OK = 200;
  private static final int OK_LAST = 299;

  /** Whether it is an answer and no refusal. */
  public boolean well() {
    return status >= OK && status <= OK_LAST;
  }

  /** The kind of its content, such as {@code text/html}; empty when it does not say. */
  public String type() {
    var said = headers.get("content-type");
    return said == null ? "" : said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Where the answer is instead, or null. */
  @Nullable String location() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> headers.get("location");
      default -> null;
    };
  }
}
