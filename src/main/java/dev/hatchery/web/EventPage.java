package dev.hatchery.web;

import dev.hatchery.protocol.Streaming.Followed;
import dev.hatchery.stream.Shown;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Events as one document, and the id to go on from.
 *
 * @param instead {@code gap} and {@code snapshot} where something cannot be had, or nothing
 */
record EventPage(List<Shown> events, long last, Map<String, Object> instead) {
  /** Beyond it a page ends early, however many events were wanted: what follows is asked for. */
  private static final int BYTES = 1 << 20;

  EventPage {
    events = List.copyOf(events);
    instead = Map.copyOf(instead);
  }

  /** Nothing has happened up to this place. */
  static EventPage nothing(long place) {
    return new EventPage(List.of(), place, Map.of());
  }

  /** What was found, as far as it fits. */
  static EventPage of(Followed found, int limit) {
    var page = of(found.frames().stream().map(Shown::of).toList(), limit);
    var exhausted = page.events.size() == found.frames().size() && page.events.size() < limit;
    return exhausted ? new EventPage(page.events, found.head(), Map.of()) : page;
  }

  /** These events, as far as they fit. */
  static EventPage of(List<Shown> shown, int limit) {
    var fitting = new ArrayList<Shown>();
    var bytes = 0;
    for (var event : shown) {
      bytes += event.json().length();
      if (fitting.size() == limit || (bytes > BYTES && !fitting.isEmpty())) {
        break;
      }
      fitting.add(event);
    }
    return new EventPage(fitting, fitting.isEmpty() ? 0 : fitting.getLast().id(), Map.of());
  }

  /** What was found after a place that the journal no longer, or not yet, reaches. */
  static Future<EventPage> withGap(long place, Followed found, int limit, Sight sight) {
    var ahead = place > found.head();
    var page = ahead ? nothing(sight.placeInsteadOf(found.head())) : of(found, limit);
    var gap = Map.of("from", place, "to", ahead ? found.head() : found.tail());
    return sight
        .snapshot()
        .map(
            runs ->
                new EventPage(
                    page.events, page.last, Map.of("gap", gap, "snapshot", Map.of("runs", runs))));
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void send(RoutingContext ctx) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(document());
  }

  private Buffer document() {
    var document = Buffer.buffer("{\"events\":[");
    var comma = "";
    for (var event : events) {
      document.appendString(comma).appendBytes(event.json().copy());
      comma = ",";
    }
    document.appendString("],\"last\":").appendString(Long.toString(last));
    instead.forEach(
        (name, value) ->
            document.appendString(",\"" + name + "\":").appendBuffer(Answer.json(value)));
    return document.appendString("}");
  }
}
