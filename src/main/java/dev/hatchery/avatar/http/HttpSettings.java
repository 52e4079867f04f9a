package dev.hatchery.avatar.http;

import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import dev.hatchery.config.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One configured server that paints.
 *
 * @param name by which the configuration knows it
 * @param url what its paths are appended to
 * @param options what it is told with every picture besides ours; null takes away what we would say
 * @param steps to ask for
 * @param width in pixels, to ask for
 * @param height in pixels, to ask for
 */
public record HttpSettings(
    String name,
    URI url,
    Protocol protocol,
    Secret apiKey,
    Map<String, Object> options,
    Timeouts timeouts,
    int steps,
    int width,
    int height) {

  /** Throws {@link IllegalArgumentException} with a sentence when its options can never work. */
  public HttpSettings {
    Map<String, Object> complete = new LinkedHashMap<>(options);
    if (protocol == Protocol.COMFYUI) {
      complete.put(ComfyWorkflow.OPTION, ComfyWorkflow.of(options).graph());
    }
    options = Collections.unmodifiableMap(complete);
  }

  /** The address of a path that begins with a slash. */
  URI at(String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }

  /** The server, as people know it. */
  String server() {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
