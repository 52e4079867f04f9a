package dev.hatchery.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Filter;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Run;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Collectors;

/** A run's events as one JSON document, written stretch by stretch as fast as the client reads. */
final class EventList {
  private static final int STRETCH = 250;

  private final Bus bus;
  private final RoutingContext ctx;
  private final HttpServerResponse response;
  private final Run run;

  EventList(Bus bus, RoutingContext ctx, Run run) {
    this.bus = bus;
    this.ctx = ctx;
    this.response = ctx.response();
    this.run = run;
  }

  /** One event as clients see it. */
  private record EventJson(long id, String type, @JsonRawValue String data) {}

  /** Sends all that follow this place and are there now. */
  void send(long place) {
    read(place)
        .onSuccess(
            first -> {
              response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").setChunked(true);
              response.write("{\"events\":[");
              write(first, "");
            })
        .onFailure(ctx::fail);
  }

  private Future<Journal.Stretch> read(long place) {
    return bus.ask(
        Addresses.READ, new Journal.Read(place, Filter.of(run.owner(), run.id()), STRETCH));
  }

  private void write(Journal.Stretch stretch, String before) {
    var events = stretch.events();
    var text = events.stream().map(EventList::json).collect(Collectors.joining(","));
    if (events.size() < STRETCH) {
      response.end((events.isEmpty() ? "" : before) + text + "]}");
      return;
    }
    // The write completes when its bytes are on their way, so no more than one stretch waits here.
    response
        .write(before + text)
        .compose(written -> read(events.getLast().id()))
        .onSuccess(next -> write(next, ","))
        .onFailure(failure -> response.reset());
  }

  private static String json(Event event) {
    return Answer.json(new EventJson(event.id(), event.type(), event.data())).toString();
  }
}
