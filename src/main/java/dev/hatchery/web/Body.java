package dev.hatchery.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.StrictJson;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The JSON object in a request's body; every getter refuses what has the wrong type. */
final class Body {
  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  /**
   * Reads the body.
   *
   * @param known the keys that it may have
   * @throws Refusal when it is no JSON object, or has other keys
   */
  static Body of(RoutingContext ctx, Set<String> known) {
    return of(parse(ctx), known);
  }

  /**
   * What a message has as its body.
   *
   * @param known the keys that it may have
   * @throws Refusal when it is no JSON object, or has other keys
   */
  static Body of(JsonNode json, Set<String> known) {
    if (!(json instanceof ObjectNode)) {
      throw Refusal.malformed("malformed_json", "The body must be a JSON object.");
    }
    var body = new Body(json);
    body.object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw Refusal.invalid(
                    "unknown_field", shown(name), "Known here are " + sorted(known) + ".");
              }
            });
    return body;
  }

  /** A text, or nothing where there is none; null counts as none. */
  Optional<String> text(String name) {
    var value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.invalid("wrong_type", name, name + " must be a text.");
    }
    return Optional.of(value.textValue());
  }

  /** A whole number; {@code absent} where there is none. */
  long number(String name, long absent) {
    var value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw Refusal.invalid("wrong_type", name, name + " must be a whole number.");
    }
    return value.longValue();
  }

  /** Whether there is anything under this key; null counts as nothing. */
  boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A number, exactly as it was written, or nothing where there is none. */
  Optional<BigDecimal> decimal(String name) {
    var value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw Refusal.invalid("wrong_type", name, name + " must be a number.");
    }
    return Optional.of(value.decimalValue());
  }

  /** True or false; one of them is wanted. */
  boolean flag(String name) {
    var value = object.path(name);
    if (!value.isBoolean()) {
      throw Refusal.invalid("wrong_type", name, name + " must be true or false.");
    }
    return value.booleanValue();
  }

  /** A list of texts; empty where there is none. */
  List<String> texts(String name) {
    var value = object.path(name);
    var texts = new ArrayList<String>();
    if (!value.isMissingNode() && !value.isArray()) {
      throw Refusal.invalid("wrong_type", name, name + " must be a list of texts.");
    }
    for (var element : value) {
      if (!element.isTextual()) {
        throw Refusal.invalid("wrong_type", name, name + " must be a list of texts.");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Texts by their names; empty where there is none. */
  Map<String, String> words(String name) {
    var value = object.path(name);
    var words = new LinkedHashMap<String, String>();
    if (!value.isMissingNode() && !value.isObject()) {
      throw Refusal.invalid("wrong_type", name, name + " must be an object of texts.");
    }
    for (var property : value.properties()) {
      if (!property.getValue().isTextual()) {
        throw Refusal.invalid("wrong_type", name, name + " must be an object of texts.");
      }
      words.put(property.getKey(), property.getValue().textValue());
    }
    return words;
  }

  private static ObjectNode parse(RoutingContext ctx) {
    if (json(bytes(ctx)) instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.malformed("malformed_json", "The body must be a JSON object.");
  }

  /** The body as it came; refused when there is none. */
  static byte[] bytes(RoutingContext ctx) {
    var buffer = ctx.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      throw Refusal.malformed("malformed_json", "The body must be a JSON object; there is none.");
    }
    return buffer.getBytes();
  }

  /** These bytes as JSON; refused when they are none. */
  static JsonNode json(byte[] bytes) {
    try {
      return StrictJson.read(bytes);
    } catch (CharacterCodingException e) {
      throw Refusal.malformed(
          "malformed_json", "The body's text is not valid Unicode; send it as UTF-8.");
    } catch (StreamConstraintsException e) {
      throw Refusal.malformed("malformed_json", "The body's JSON is nested too deep or too long.");
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw Refusal.malformed("malformed_json", "The body is not valid JSON.");
    }
  }

  private static Refusal broken(JsonProcessingException e) {
    if (Objects.toString(e.getOriginalMessage()).startsWith("Duplicate field")) {
      return Refusal.malformed("duplicate_field", "The body's JSON has one of its keys twice.");
    }
    var at = e.getLocation();
    return Refusal.malformed(
        "malformed_json",
        at == null
            ? "The body is not valid JSON."
            : "The body is not valid JSON at line %d, column %d."
                .formatted(at.getLineNr(), at.getColumnNr()));
  }

  /** A client's own key, said back to it, is cut to a size that fits a sentence. */
  static String shown(String name) {
    return name.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(40)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
