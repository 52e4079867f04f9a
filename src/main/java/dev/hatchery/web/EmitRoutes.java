package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.EMIT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.bus.Bus;
import dev.hatchery.metrics.Metrics;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Other programs report their work. */
final class EmitRoutes implements Routes {
  static final String PATH = "/emit";
  private static final int ACCEPTED = 202;
  private static final byte LINE_END = '\n';

  private final Bus bus;
  private final Metrics metrics;
  private final Receipts receipts;

  EmitRoutes(Bus bus, Metrics metrics, Receipts receipts) {
    this.bus = bus;
    this.metrics = metrics;
    this.receipts = receipts;
  }

  /** What became of the emitted events; {@code openapi.json} describes its keys. */
  record EmittedJson(List<PlaceJson> events) {
    EmittedJson {
      events = List.copyOf(events);
    }

    static EmittedJson of(Emitting.Emitted emitted) {
      return new EmittedJson(
          emitted.places().stream()
              .map(place -> new PlaceJson(place.id(), place.runId().value(), place.seq()))
              .toList());
    }
  }

  /** Where an event is in the journal and in its run. */
  record PlaceJson(long id, String runId, long seq) {}

  @Override
  public void addTo(Router router) {
    Routes.json(router.post(PATH), this::emit);
  }

  private Future<?> emit(RoutingContext ctx) {
    var came = System.nanoTime();
    return bus.ask(EMIT, new Emitting.Emit(Caller.of(ctx), emissions(ctx)))
        .map(
            emitted -> {
              metrics.acknowledged(Duration.ofNanos(System.nanoTime() - came));
              receipts.acknowledged(emitted.places().getLast().id(), came);
              ctx.response().setStatusCode(ACCEPTED);
              return EmittedJson.of(emitted);
            });
  }

  private static List<Emission> emissions(RoutingContext ctx) {
    var key =
        Words.key(
            "idempotency_key", Optional.ofNullable(ctx.request().getHeader("Idempotency-Key")));
    var bytes = Body.bytes(ctx);
    var type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return JsonBody.isLines(type)
        ? Emissions.list(lines(bytes), key)
        : Emissions.of(Body.json(bytes), key);
  }

  private static List<JsonNode> lines(byte[] bytes) {
    var values = new ArrayList<JsonNode>();
    for (int start = 0; start < bytes.length; ) {
      var end = start;
      while (end < bytes.length && bytes[end] != LINE_END) {
        end++;
      }
      var line = Arrays.copyOfRange(bytes, start, end);
      if (!blank(line)) {
        values.add(Body.json(line));
      }
      start = end + 1;
    }
    return values;
  }

  private static boolean blank(byte[] line) {
    for (var b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
