package dev.hatchery.protocol;

import java.util.regex.Pattern;

/**
 * Names a recipe.
 *
 * @param value words with hyphens of one that is built in, or 26 characters as of any id
 */
public record RecipeId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,7}");
  private static final int MOST = 40;

  public RecipeId {
    if (value.length() > MOST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a recipe's id is of letters, digits and hyphens");
    }
  }

  /** A new id that nobody can guess. */
  public static RecipeId random() {
    return new RecipeId(Ids.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
