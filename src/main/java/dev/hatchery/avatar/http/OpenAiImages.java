package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.wire.StreamEvent;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's images, and whoever speaks like it: sketches in a stream of events and then the picture,
 * or the picture alone.
 */
final class OpenAiImages implements Dialect, Hearing {

  private static final String PATH = "/images/generations";
  private static final int SKETCHES = 3;
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  private final HttpSettings settings;
  private final Exchange exchange;
  private final RenderOrder order;
  private final Canvas canvas;
  private int sketches;
  private byte @Nullable [] picture;

  OpenAiImages(HttpSettings settings, Exchange exchange, RenderOrder order, Canvas canvas) {
    this.settings = settings;
    this.exchange = exchange;
    this.order = order;
    this.canvas = canvas;
  }

  @Override
  public Future<byte[]> picture() {
    return exchange
        .post(PATH, body(true), this)
        .compose(
            reply ->
                strict(reply)
                    ? exchange.post(PATH, body(false), this)
                    : Future.succeededFuture(reply))
        .compose(this::picture);
  }

  @Override
  public void alive() {
    canvas.begun();
  }

  @Override
  public boolean event(StreamEvent event) throws RenderException {
    var data = JsonText.read(event.data()).orElse(JsonText.object());
    if (data.path("type").asText().equals("error") || data.path("error").isObject()) {
      throw exchange.complaints().failed(data);
    }
    var type = data.path("type").asText(event.type());
    if (type.endsWith(".partial_image")) {
      sketch(data);
    } else if (type.endsWith(".completed")) {
      picture = JsonText.file(data.path("b64_json")).orElse(null);
      return true;
    }
    return false;
  }

  // Many servers speak like OpenAI and know no streams: some ignore the wish, some refuse it.
  private static boolean strict(Reply reply) {
    return reply.status() == BAD_REQUEST || reply.status() == UNPROCESSABLE;
  }

  private JsonNode body(boolean streamed) {
    var ours =
        JsonText.object()
            .put("prompt", order.prompt())
            .put("n", 1)
            .put("size", settings.width() + "x" + settings.height());
    if (streamed) {
      ours.put("stream", true).put("partial_images", SKETCHES);
    }
    var body = JsonText.with(ours, settings.options());
    return streamed ? body : body.without(List.of("stream", "partial_images"));
  }

  // A sketch is no measure: fewer than we asked for may come, and nobody knows when.
  private void sketch(JsonNode data) {
    sketches++;
    var report =
        new RenderReport(State.PREPARING, 0, 0, 0, "Sketch %d is there.".formatted(sketches));
    JsonText.file(data.path("b64_json"))
        .ifPresent(file -> canvas.preview(file, () -> canvas.report(report)));
  }

  private Future<byte[]> picture(Reply reply) {
    var complaints = exchange.complaints();
    if (!reply.well()) {
      return Future.failedFuture(complaints.refused(reply));
    }
    var streamed = picture;
    if (streamed != null) {
      return finished(streamed);
    }
    if (reply.body().length() == 0) {
      return Future.failedFuture(complaints.none());
    }
    return JsonText.read(reply.body())
        .map(this::plain)
        .orElseGet(() -> Future.failedFuture(complaints.unreadable()));
  }

  private Future<byte[]> plain(JsonNode answer) {
    var complaints = exchange.complaints();
    if (answer.path("error").isObject()) {
      return Future.failedFuture(complaints.failed(answer));
    }
    var file = JsonText.file(answer.at("/data/0/b64_json"));
    if (file.isPresent()) {
      return finished(file.get());
    }
    return Future.failedFuture(
        answer.at("/data/0/url").isTextual() ? complaints.elsewhere() : complaints.none());
  }

  private Future<byte[]> finished(byte[] file) {
    canvas.report(new RenderReport(State.FINISHING, 1, 0, 0, "Finishing…"));
    return Future.succeededFuture(file);
  }
}
