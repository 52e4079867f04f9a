package dev.hatchery.cli.client;

import dev.hatchery.cli.screen.SafeText;
import java.util.regex.Pattern;

/** An id as it may stand in a path. */
final class Id {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int NOT_FOUND = 404;

  private Id() {}

  /** The same id, unless it would lead to another place than the one that is meant. */
  static String checked(String id) throws Refusal {
    if (!FORM.matcher(id).matches()) {
      throw new Refusal(
          NOT_FOUND, "not_found", "\"%s\" is no id.".formatted(SafeText.of(id)), null);
    }
    return id;
  }
}
