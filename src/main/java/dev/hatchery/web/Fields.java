package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of emitted data that we understand; each is refused where it has another type than it
 * has to, and null counts as none. Texts for people are made one line of bounded length.
 */
final class Fields {
  private static final int ID_MOST = 200;
  private static final int WORDS_MOST = 300;
  private static final int COUNT_MOST = 10_000;
  private static final double SECONDS_MOST = 1e9;
  private static final double MILLIS = 1000;

  private final JsonNode object;
  private final String field;

  /** The parts of this object; {@code field} names it in refusals. */
  Fields(JsonNode object, String field) {
    this.object = object;
    this.field = field;
  }

  /** What something is called: a text, or a whole number. */
  @Nullable String id(String name) {
    var value = object.path(name);
    if (absent(value)) {
      return null;
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw wrong(name, "a text");
    }
    var id = value.asText();
    if (id.isBlank() || id.length() > ID_MOST || !Words.printable(id)) {
      throw wrong(name, "1 to 200 printable characters");
    }
    return id;
  }

  /** How a run is named, or null. */
  @Nullable String runName() {
    try {
      return id("run");
    } catch (Refusal refused) {
      throw Refusal.invalid("invalid_run", field + "run", refused.detail());
    }
  }

  /** The id that must be there. */
  String requiredId(String name) {
    var id = id(name);
    if (id == null) {
      throw wrong(name, "a text; it is missing");
    }
    return id;
  }

  /** Words for people, or null where there are none; a number is as good as a text. */
  @Nullable String words(String name) {
    var value = object.path(name);
    if (absent(value)) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw wrong(name, "a text");
    }
    var words = Words.oneLine(value.asText(), WORDS_MOST);
    return words.isEmpty() ? null : words;
  }

  /** As {@link #words}, but what is no text is nobody's mistake. */
  @Nullable String wordsIfAny(String name) {
    return object.path(name).isTextual() ? words(name) : null;
  }

  /** A list of words for people; empty where there is none. */
  List<String> list(String name) {
    var value = object.path(name);
    var words = new ArrayList<String>();
    if (absent(value)) {
      return words;
    }
    if (!value.isArray()) {
      throw wrong(name, "a list of texts");
    }
    for (var element : value) {
      if (!element.isTextual()) {
        throw wrong(name, "a list of texts");
      }
      words.add(Words.oneLine(element.textValue(), WORDS_MOST));
    }
    return words;
  }

  /** A whole number from 0. */
  @Nullable Integer count(String name) {
    var value = object.path(name);
    if (absent(value)) {
      return null;
    }
    var number = value.doubleValue();
    if (!value.isNumber() || number != Math.rint(number) || number < 0 || number > COUNT_MOST) {
      throw wrong(name, "a whole number from 0 to 10,000");
    }
    return (int) number;
  }

  /** A whole number, or null; what is none is nobody's mistake. */
  @Nullable Integer integerIfAny(String name) {
    var value = object.path(name);
    return value.canConvertToInt() && value.isIntegralNumber() ? value.intValue() : null;
  }

  @Nullable Duration seconds(String name) {
    return duration(name, MILLIS, "a number of seconds");
  }

  @Nullable Duration millis(String name) {
    return duration(name, 1, "a number of milliseconds");
  }

  private @Nullable Duration duration(String name, double millis, String what) {
    var value = object.path(name);
    if (absent(value)) {
      return null;
    }
    var number = value.doubleValue() * millis;
    if (!value.isNumber() || !(number >= 0 && number <= SECONDS_MOST * MILLIS)) {
      throw wrong(name, what + " from 0");
    }
    return Duration.ofMillis(Math.round(number));
  }

  /** Whether it is one of these words. */
  boolean isOneOf(String name, List<String> words) {
    return words.contains(words(name));
  }

  JsonNode get(String name) {
    return object.path(name);
  }

  String path(String name) {
    return field + "." + name;
  }

  Refusal wrong(String name, String wanted) {
    return Refusal.invalid("invalid_data", path(name), "%s must be %s.".formatted(name, wanted));
  }

  static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
