package dev.hatchery.llm.http;

import dev.hatchery.config.Secret;
import java.net.URI;
import java.util.Set;

/**
 * A server of language models, as sentences about it need it.
 *
 * @param title how people call it
 * @param settings where its settings stand, such as {@code llm.openai}
 * @param url what its paths are appended to
 * @param key {@link Secret#NONE} where none is needed
 */
public record Provider(String title, String settings, URI url, String model, Secret key) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The address of {@code path}, which begins with a slash. */
  public URI at(String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }

  /** Whether it is on this machine. */
  public boolean local() {
    return LOOPBACK.contains(url.getHost());
  }
}
