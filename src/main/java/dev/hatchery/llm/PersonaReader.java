package dev.hatchery.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hatchery.protocol.Persona;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the persona in a model's whole answer: bare JSON, fenced JSON, JSON after thoughts or
 * prose, or JSON in {@code <output><![CDATA[…]]></output>}. The first object that is a valid
 * persona wins.
 */
public final class PersonaReader {

  private static final int DEEPEST = 32;
  private static final int LONGEST_STRING = 65_536;

  // A flood of braces that are no objects must not cost a parse each.
  private static final int MOST_TRIES = 1_000;
  private static final String THOUGHTS_END = "</think>";

  private final ObjectReader json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // Small models break lines inside strings; the texts are cleaned below anyway.
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build()
          .reader();

  /**
   * Reads {@code answer}, which the caller keeps under 2 MiB.
   *
   * @throws UnreadableAnswerException with a sentence when there is no valid persona in it
   */
  public Persona read(String answer) {
    Search search = new Search();
    int thoughts = answer.lastIndexOf(THOUGHTS_END);
    if (thoughts >= 0) {
      search.through(answer.substring(thoughts + THOUGHTS_END.length()));
    }
    // Thoughts may also be quoted inside the answer itself, so the whole is the second try.
    if (search.found == null) {
      search.through(answer);
    }
    if (search.found != null) {
      return search.found;
    }
    throw new UnreadableAnswerException(search.complaint);
  }

  private final class Search {

    private @Nullable Persona found;
    private String complaint = "The model's answer holds no persona.";

    void through(String text) {
      char[] answer = text.toCharArray();
      int at = text.indexOf('{');
      for (int tries = 0; at >= 0 && found == null && tries < MOST_TRIES; tries++) {
        at = text.indexOf('{', at + objectAt(answer, at));
      }
    }

    /** Says how many characters are dealt with: the whole object, or one if there is none. */
    private int objectAt(char[] answer, int at) {
      try (JsonParser parser = json.getFactory().createParser(answer, at, answer.length - at)) {
        consider(json.readTree(parser));
        return (int) Math.max(1, parser.currentLocation().getCharOffset());
      } catch (IOException notJson) {
        return 1;
      }
    }

    private void consider(JsonNode node) {
      if (found != null) {
        return;
      }
      if (node.has("name") && node.has("backstory")) {
        accept(node);
      }
      node.forEach(this::consider);
    }

    private void accept(JsonNode node) {
      try {
        found =
            new Persona(
                text(node, "name"),
                text(node, "backstory"),
                traits(node.get("personality_traits")),
                text(node, "avatar_prompt"));
      } catch (IllegalArgumentException invalid) {
        complaint = "The model's persona is not valid: " + invalid.getMessage() + ".";
      }
    }
  }

  private static List<String> traits(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      throw new IllegalArgumentException("personality_traits must be a list");
    }
    List<String> traits = new ArrayList<>();
    node.forEach(trait -> traits.add(clean(trait, "each personality trait")));
    return traits;
  }

  private static String text(JsonNode node, String key) {
    return clean(node.path(key), key);
  }

  private static String clean(JsonNode node, String what) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException(what + " must be text");
    }
    return node.asText()
        .replaceAll("\\p{Cc}+", " ")
        .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
        .replaceAll("\\p{Cs}", "\ufffd");
  }
}
