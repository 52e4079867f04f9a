package dev.hatchery.web;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the body of a request: JSON and nothing else, so that no form of another site is ever
 * read, no longer than granted, and no slower.
 */
final class JsonBody implements Handler<RoutingContext> {
  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

  private static final Pattern LINES =
      Pattern.compile("application/x-ndjson\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

  private final Vertx vertx;
  private final Limits limits;
  private final Handler<RoutingContext> reader;

  JsonBody(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
    this.reader = BodyHandler.create(false).setBodyLimit(limits.bodyBytes());
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!hasBody(ctx)) {
      ctx.next();
      return;
    }
    var type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (!isJson(type) && !(isLines(type) && ctx.request().path().equals(EmitRoutes.PATH))) {
      throw Refusal.because(
          415, "unsupported_media_type", "Send JSON, with Content-Type: application/json.");
    }
    var late = vertx.setTimer(limits.body().toMillis(), waited -> tooSlow(ctx));
    ctx.addEndHandler(ended -> vertx.cancelTimer(late));
    reader.handle(ctx);
  }

  /** Whether several JSON values are sent, each on a line of its own. */
  static boolean isLines(@Nullable String type) {
    return type != null && LINES.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isJson(@Nullable String type) {
    return "application/json".equals(type)
        || (type != null && JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches());
  }

  private static boolean hasBody(RoutingContext ctx) {
    var headers = ctx.request().headers();
    var length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return headers.contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals(HttpHeaderValues.ZERO.toString()));
  }

  private static void tooSlow(RoutingContext ctx) {
    if (!ctx.request().isEnded()) {
      if (ctx.request().version() != HttpVersion.HTTP_2) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, "close");
      }
      ctx.fail(Refusal.because(408, "too_slow", "The body of the request took too long."));
      HangUp.on(ctx.request());
    }
  }
}
