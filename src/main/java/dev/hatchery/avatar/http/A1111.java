package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * AUTOMATIC1111's interface, which Forge, SD.Next, Draw Things and others speak, too: the picture
 * comes in one answer, and meanwhile another address may tell how far it is.
 */
final class A1111 implements Dialect {

  static final String PROGRESS = "/sdapi/v1/progress";

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final int POLLS_PER_PREVIEW = 4;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  private final Vertx vertx;
  private final HttpSettings settings;
  private final Exchange exchange;
  private final RenderOrder order;
  private final Canvas canvas;
  private final A1111Progress progress = new A1111Progress();
  private boolean asked;
  private boolean polling;
  private int polls;
  private long timer = -1;
  private @Nullable String shown;
  private @Nullable RenderReport latest;

  A1111(Vertx vertx, HttpSettings settings, Exchange exchange, RenderOrder order, Canvas canvas) {
    this.vertx = vertx;
    this.settings = settings;
    this.exchange = exchange;
    this.order = order;
    this.canvas = canvas;
  }

  @Override
  public Future<byte[]> picture() {
    return exchange
        .get(PROGRESS + "?skip_current_image=true")
        .timeout(BEFORE.toMillis(), TimeUnit.MILLISECONDS)
        .transform(before -> ask(before.succeeded() ? before.result() : null));
  }

  /** Only what is ours is interrupted: the server knows but one job, whoever's it is. */
  @Override
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return asked && !progress.foreign()
        ? exchange
            .post("/sdapi/v1/interrupt", JsonText.object(), Hearing.DEAF)
            .<Void>mapEmpty()
            .otherwiseEmpty()
        : Future.succeededFuture();
  }

  private Future<byte[]> ask(@Nullable Reply before) {
    var tells = before == null || !untold(before);
    answer(before).map(A1111Job::of).ifPresent(progress::before);
    asked = true;
    if (tells) {
      timer = vertx.setPeriodic(POLL.toMillis(), poll -> poll());
    }
    return exchange
        .post("/sdapi/v1/txt2img", body(), canvas::begun)
        .onComplete(any -> vertx.cancelTimer(timer))
        .compose(this::picture);
  }

  private JsonNode body() {
    var ours =
        JsonText.object()
            .put("prompt", order.prompt())
            .put("seed", order.seed())
            .put("steps", settings.steps())
            .put("width", settings.width())
            .put("height", settings.height())
            .put("n_iter", 1)
            .put("batch_size", 1)
            .put("send_images", true)
            .put("save_images", false);
    return JsonText.with(ours, settings.options());
  }

  private void poll() {
    if (polling) {
      return;
    }
    polling = true;
    var quick = ++polls % POLLS_PER_PREVIEW != 0;
    exchange
        .get(PROGRESS + "?skip_current_image=" + quick)
        .onComplete(any -> polling = false)
        .onSuccess(this::told);
  }

  private void told(Reply reply) {
    if (untold(reply)) {
      vertx.cancelTimer(timer);
      return;
    }
    answer(reply).ifPresent(this::read);
  }

  private void read(JsonNode answer) {
    var report = progress.read(A1111Job.of(answer));
    if (progress.begun()) {
      canvas.begun();
    }
    report.ifPresent(
        news -> {
          latest = news;
          canvas.report(news);
          if (news.state() == State.STEPPING) {
            preview(answer.path("current_image"));
          }
        });
  }

  private void preview(JsonNode image) {
    if (image.isTextual() && !image.asText().equals(shown)) {
      shown = image.asText();
      JsonText.file(image).ifPresent(file -> canvas.preview(file, this::again));
    }
  }

  // The report after a preview is the one that tells of it.
  private void again() {
    var report = latest;
    if (report != null) {
      canvas.repeat(report);
    }
  }

  private Future<byte[]> picture(Reply reply) {
    if (!reply.well()) {
      return Future.failedFuture(exchange.complaints().refused(reply));
    }
    canvas.report(new RenderReport(State.FINISHING, 1, 0, 0, "Finishing…"));
    return JsonText.read(reply.body())
        .map(answer -> JsonText.file(answer.at("/images/0")))
        .map(
            file ->
                file.map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(exchange.complaints().none())))
        .orElseGet(() -> Future.failedFuture(exchange.complaints().unreadable()));
  }

  private static Optional<JsonNode> answer(@Nullable Reply reply) {
    return reply == null || !reply.well() ? Optional.empty() : JsonText.read(reply.body());
  }

  private static boolean untold(Reply reply) {
    return reply.status() == NOT_FOUND
        || reply.status() == NOT_ALLOWED
        || reply.status() == NOT_IMPLEMENTED;
  }
}
