package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One story of a product requirements file.
 *
 * @param priority as it stands there, if it does
 */
record RequiredStory(String id, String title, OptionalDouble priority, List<String> criteria) {
  private static final String CRITERIA = "acceptanceCriteria";

  RequiredStory {
    criteria = List.copyOf(criteria);
  }

  /**
   * The story in this JSON.
   *
   * @param place where it stands, for the sentence of an {@link IllegalArgumentException}
   */
  static RequiredStory of(Facts json, String place) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(place + " must be an object with id and title");
    }
    return new RequiredStory(
        text(json, "id", place),
        text(json, "title", place),
        json.number("priority"),
        criteria(json, place));
  }

  /** As it is announced when the task starts. */
  Map<String, Object> announced() {
    var story = new LinkedHashMap<String, Object>();
    story.put("story_id", id);
    story.put("title", title);
    story.put("ac_count", criteria.size());
    priority.ifPresent(number -> story.put("priority", (long) number));
    story.put("acceptance_criteria", criteria);
    return story;
  }

  private static String text(Facts json, String key, String place) {
    return json.at(key)
        .asText()
        .orElseThrow(
            () -> new IllegalArgumentException("%s.%s must be a text".formatted(place, key)));
  }

  private static List<String> criteria(Facts json, String place) {
    if (!json.has(CRITERIA)) {
      return List.of();
    }
    if (!json.at(CRITERIA).isArray()) {
      throw new IllegalArgumentException("%s.%s must be an array".formatted(place, CRITERIA));
    }
    var texts = new ArrayList<String>();
    for (var criterion : json.list(CRITERIA)) {
      texts.add(
          criterion(criterion)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s.%s[%d] must be a text, or an object with one as text, description,"
                                  .formatted(place, CRITERIA, texts.size())
                              + " criterion or title")));
    }
    return texts;
  }

  private static Optional<String> criterion(Facts json) {
    return json.asText()
        .or(
            () ->
                Stream.of("text", "description", "criterion", "title")
                    .map(key -> json.at(key).asText())
                    .flatMap(Optional::stream)
                    .findFirst());
  }
}
