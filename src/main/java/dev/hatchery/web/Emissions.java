package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.EventType;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what another program emits, however it reaches us; all of it is valid or none. */
final class Emissions {
  static final int MOST = 100;
  private static final Set<String> KNOWN = Set.of("type", "data", "run", "event_id");

  private Emissions() {}

  /**
   * One emission, or a list of them.
   *
   * @param key the client's name for the whole request
   * @throws Refusal when one of them is not valid
   */
  static List<Emission> of(JsonNode body, Optional<String> key) {
    return body.isArray()
        ? list(List.copyOf(elements(body)), key)
        : List.of(one(body, "", whole(List.of(body), key, 0)));
  }

  /** As {@link #of}, of several. */
  static List<Emission> list(List<JsonNode> bodies, Optional<String> key) {
    if (bodies.isEmpty() || bodies.size() > MOST) {
      throw Refusal.invalid("invalid_length", "", "1 to 100 events are emitted at a time.");
    }
    var emissions = new ArrayList<Emission>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      emissions.add(one(bodies.get(i), "[%d].".formatted(i), whole(bodies, key, i)));
    }
    return emissions;
  }

  private static List<JsonNode> elements(JsonNode array) {
    var elements = new ArrayList<JsonNode>(array.size());
    array.forEach(elements::add);
    return elements;
  }

  /** Every event of a request with a key has a name by it, so that a half-done one goes on. */
  private static @Nullable Mark whole(List<JsonNode> bodies, Optional<String> key, int place) {
    return key.map(
            name ->
                new Mark(
                    Emission.BY_REQUEST + name + "#" + place,
                    Proof.of(bodies.size() + "\n" + bodies.get(place)).hex()))
        .orElse(null);
  }

  private static Emission one(JsonNode body, String at, @Nullable Mark whole) {
    if (!(body instanceof ObjectNode object)) {
      throw Refusal.malformed("malformed_json", "An event is a JSON object.");
    }
    requireKnown(object, at);
    var type = type(object, at);
    var data = data(object, at);
    var field = at + "data";
    var report = Reports.of(type, data, field);
    var run = new Fields(object, at).runName();
    var marks = new ArrayList<Mark>();
    eventId(object, at).ifPresent(id -> marks.add(new Mark(Emission.BY_EVENT + id, hash(object))));
    if (whole != null) {
      marks.add(whole);
    }
    return new Emission(
        run,
        Reports.taskId(data, field),
        type,
        report,
        Reports.message(data, field),
        EmittedText.of(data, field),
        marks);
  }

  private static String hash(ObjectNode object) {
    return Proof.of(object.toString()).hex();
  }

  private static void requireKnown(ObjectNode object, String at) {
    for (var entry : object.properties()) {
      if (!KNOWN.contains(entry.getKey())) {
        throw Refusal.invalid(
            "unknown_field",
            at + Body.shown(entry.getKey()),
            "An event has type, data, run and event_id; what it says stands in its data.");
      }
    }
  }

  private static String type(ObjectNode object, String at) {
    var type = object.path("type");
    if (!type.isTextual() || !EventType.wellFormed(type.textValue())) {
      throw Refusal.invalid(
          "invalid_type",
          at + "type",
          "A type has 1 to 64 of a-z 0-9 _ . - and begins with a letter.");
    }
    if (EventType.reserved(type.textValue())) {
      throw Refusal.invalid(
          "reserved_type",
          at + "type",
          "Only Hatchery says \"%s\"; emit another type.".formatted(type.textValue()));
    }
    return type.textValue();
  }

  private static ObjectNode data(ObjectNode object, String at) {
    var data = object.path("data");
    if (data.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (data instanceof ObjectNode known) {
      return known;
    }
    throw Refusal.invalid("invalid_data", at + "data", "data must be a JSON object.");
  }

  private static Optional<String> eventId(ObjectNode object, String at) {
    var id = object.path("event_id");
    if (Fields.absent(id)) {
      return Optional.empty();
    }
    if (!id.isTextual() || !Words.isKey(id.textValue())) {
      throw Refusal.invalid(
          "invalid_event_id",
          at + "event_id",
          "An event_id has 1 to 200 visible characters of ASCII.");
    }
    return Optional.of(id.textValue());
  }
}
