package dev.hatchery.avatar.painter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text in small letters, and where a clause ends. */
final class Words {
  private static final List<String> STOPS =
      List.of(
          """
          who that which with in on at carrying wearing holding whose from for is has and but
          under beside near inside living lives .
          """
              .split("\\s+"));

  private final List<String> all = new ArrayList<>();

  Words(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        word.append(c);
      } else if (c != '\'' && c != '’') {
        end(word);
        if (c == '.' || c == ',' || c == ';' || c == ':') {
          all.add(".");
        }
      }
    }
    end(word);
  }

  private void end(StringBuilder word) {
    if (!word.isEmpty()) {
      all.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  int count() {
    return all.size();
  }

  String at(int index) {
    return index >= 0 && index < all.size() ? all.get(index) : ".";
  }

  boolean ends(int index) {
    return STOPS.contains(at(index));
  }

  /** The word without the s of a plural or a possessive. */
  static String bare(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
