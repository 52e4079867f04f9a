package dev.hatchery.llm;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a streaming answer is: characters against the typical length, or the fields already
 * whole, whichever says more. Advances character by character, so how the text is cut makes no
 * difference.
 */
public final class PersonaProgress {

  private static final double STEADY = 0.8;
  private static final double REST = 0.19;
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int LONGEST_KEY = 32;

  /** What at least is done once a field is whole, in the order that models are asked for. */
  private static final Map<String, Double> FLOORS =
      Map.of("name", 0.03, "backstory", 0.45, "personality_traits", 0.6, "avatar_prompt", 0.95);

  private final long typicalCharacters;
  private final Set<String> whole = new HashSet<>();
  private final StringBuilder string = new StringBuilder();
  private long characters;
  private double floor;
  private String key = "";
  private boolean quoted;
  private boolean escaped;

  /** Expects about {@code typicalCharacters} (at least 1) of text. */
  public PersonaProgress(long typicalCharacters) {
    if (typicalCharacters < 1) {
      throw new IllegalArgumentException("the typical length must be at least 1 character");
    }
    this.typicalCharacters = typicalCharacters;
  }

  /** Takes the next piece of the answer. */
  public void piece(String text) {
    characters += text.length();
    text.chars().forEach(c -> scan((char) c));
  }

  /** Measured, never falls; always under 1, for only its model knows when it is whole. */
  public double fraction() {
    return Math.max(byLength(), floor);
  }

  /**
   * A rough count for people: one per four characters, rounded up, since no model's own tokenizer
   * is at hand.
   */
  public long tokens() {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }

  // A longer answer than usual slows down instead of passing its end.
  private double byLength() {
    double share = (double) characters / typicalCharacters;
    return share <= STEADY ? share : STEADY + REST * (1 - Math.exp((STEADY - share) / REST));
  }

  private void scan(char c) {
    if (quoted) {
      inString(c);
    } else if (c == '"') {
      quoted = true;
      string.setLength(0);
    } else if (c == ':') {
      key = string.toString();
    } else if (c == ']' && key.equals("personality_traits")) {
      complete();
    }
  }

  private void inString(char c) {
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      quoted = false;
      if (!key.isEmpty() && !key.equals("personality_traits")) {
        complete();
      }
    } else if (string.length() < LONGEST_KEY) {
      string.append(c);
    }
  }

  private void complete() {
    if (whole.add(key)) {
      floor = Math.max(floor, FLOORS.getOrDefault(key, 0.0));
    }
    key = "";
  }
}
