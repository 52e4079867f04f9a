package dev.hatchery.protocol;

import java.util.List;

/**
 * Who a companion is.
 *
 * @param name 1 to 100 characters
 * @param backstory 10 to 500 characters
 * @param personalityTraits 1 to 5, none empty
 * @param avatarPrompt what the painter is told, at least 10 characters
 */
public record Persona(
    String name, String backstory, List<String> personalityTraits, String avatarPrompt) {

  /** How many characters a name may have. */
  public static final int NAME_MOST = 100;

  /** How many characters a backstory must have. */
  public static final int BACKSTORY_LEAST = 10;

  /** How many characters a backstory may have. */
  public static final int BACKSTORY_MOST = 500;

  /** How many traits there may be. */
  public static final int TRAITS_MOST = 5;

  private static final int AVATAR_PROMPT_LEAST = 10;

  /** Trims every text; throws {@link IllegalArgumentException} with a sentence when invalid. */
  public Persona {
    name = name.strip();
    backstory = backstory.strip();
    personalityTraits = personalityTraits.stream().map(String::strip).toList();
    avatarPrompt = avatarPrompt.strip();
    require(
        !name.isEmpty() && name.length() <= NAME_MOST, "the name must have 1 to 100 characters");
    require(
        backstory.length() >= BACKSTORY_LEAST && backstory.length() <= BACKSTORY_MOST,
        "the backstory must have 10 to 500 characters");
    require(
        !personalityTraits.isEmpty() && personalityTraits.size() <= TRAITS_MOST,
        "there must be 1 to 5 personality traits");
    require(
        personalityTraits.stream().noneMatch(String::isEmpty), "no personality trait may be empty");
    require(
        avatarPrompt.length() >= AVATAR_PROMPT_LEAST,
        "the avatar prompt must have at least 10 characters");
  }

  private static void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
