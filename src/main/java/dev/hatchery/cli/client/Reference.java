package dev.hatchery.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hatchery.cli.screen.SafeText;
import java.net.URLEncoder;

/** How a run is named: by its id, by its owner's own name for it, or by its number. */
final class Reference {
  private static final int MOST = 200;
  private static final int NOT_FOUND = 404;

  private Reference() {}

  /** As it may stand in a path, unless it would lead to another place than the one meant. */
  static String encoded(String ref) throws Refusal {
    var astray = ref.isBlank() || ref.equals(".") || ref.contains("..") || ref.contains("/");
    if (astray || ref.length() > MOST) {
      throw new Refusal(
          NOT_FOUND, "not_found", "\"%s\" names no run.".formatted(SafeText.of(ref)), null);
    }
    return URLEncoder.encode(ref, UTF_8).replace("+", "%20");
  }
}
