package dev.hatchery.protocol;

import java.util.regex.Pattern;

/**
 * Names a tool of missions, such as {@code web_search}.
 *
 * @param value 1 to 32 of a-z 0-9 _, a letter first
 */
public record ToolName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /** Throws {@link IllegalArgumentException} with a sentence when no tool can be called so. */
  public ToolName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A tool's name has 1 to 32 of a-z 0-9 _ and begins with a letter.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
