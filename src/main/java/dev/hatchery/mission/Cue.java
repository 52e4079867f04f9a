package dev.hatchery.mission;

import dev.hatchery.protocol.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words that speak for a category.
 *
 * @param weight how much they tell, 1 to 5
 * @param first whether they tell it only at the beginning of the objective
 * @param words lower-case, one space between them; {@code <url>}, {@code <sum>} and {@code
 *     <number>} stand for any
 */
record Cue(Category category, int weight, boolean first, String words) {
  private static final String AT_FIRST = "^";

  /** All that we know of, from {@code cues.txt}. */
  static List<Cue> all() {
    try (var file = Cue.class.getResourceAsStream("cues.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(Cue::ofLine)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Cue> ofLine(String line) {
    var cells = line.split(" ", 3);
    var category = Category.valueOf(cells[0].toUpperCase(Locale.ROOT));
    var weight = Integer.parseInt(cells[1]);
    return Arrays.stream(cells[2].split("\\|")).map(words -> of(category, weight, words));
  }

  private static Cue of(Category category, int weight, String words) {
    return words.startsWith(AT_FIRST)
        ? new Cue(category, weight, true, words.substring(AT_FIRST.length()))
        : new Cue(category, weight, false, words);
  }
}
