package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every failure as {@code application/problem+json}; the one place that does. */
final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final int UNAUTHORIZED = 401;
  private static final long UNAVAILABLE_RETRY_SECONDS = 5;

  /** The statuses that the router answers with by itself. */
  static final List<Integer> OF_THE_ROUTER = List.of(400, 404, 405, 413, 500);

  private static final String ABOUT_BLANK = "about:blank";

  /** What a problem is in HTTP; {@code retryAfter} in seconds, 0 for none. */
  private record Said(int status, String code, String detail, String field, long retryAfter) {
    Said(int status, Problem problem) {
      this(status, problem.code(), problem.detail(), "", 0);
    }

    Said(int status, String code, String detail) {
      this(status, code, detail, "", 0);
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    var response = ctx.response();
    if (response.headWritten()) {
      // Half an answer is out already; a cut tells the client so, a second answer would lie.
      HangUp.on(ctx.request());
    } else if (!response.ended()) {
      say(response, said(ctx));
    }
  }

  /** A request that never became one: its line or its headers are broken or too long. */
  static void refuse(HttpServerRequest request) {
    var said = said(request.decoderResult().cause());
    SecurityHeaders.put(request.response());
    say(request.response().putHeader(HttpHeaders.CONNECTION, "close"), said);
    request.connection().close();
  }

  private static Said said(@Nullable Throwable broken) {
    if (broken instanceof TooLongHttpLineException) {
      return new Said(
          414,
          "uri_too_long",
          "The address of a request has 8 KiB at most; POST /api/runs takes longer words.");
    }
    return broken instanceof TooLongHttpHeaderException
        ? new Said(431, "headers_too_long", "The headers of a request have 16 KiB at most.")
        : new Said(400, "malformed_request", "This is not valid HTTP.");
  }

  /** The members of the problem that a failure is, for whoever cannot be answered over HTTP. */
  static Map<String, Object> members(Throwable failure) {
    return members(
        switch (failure) {
          case ProblemException known -> said(known.problem());
          case Refusal refusal -> said(refusal);
          default -> {
            LOG.error("A message could not be answered", failure);
            yield said(ProblemException.in(failure));
          }
        });
  }

  private static Map<String, Object> members(Said said) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", ABOUT_BLANK);
    members.put("title", HttpResponseStatus.valueOf(said.status()).reasonPhrase());
    members.put("status", said.status());
    members.put("detail", said.detail());
    members.put("code", said.code());
    if (!said.field().isEmpty()) {
      members.put("field", said.field());
    }
    return members;
  }

  private static void say(HttpServerResponse response, Said said) {
    if (said.retryAfter() > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(said.retryAfter()));
    }
    if (said.status() == UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(said.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Answer.json(members(said)));
  }

  private static Said said(RoutingContext ctx) {
    return switch (ctx.failure()) {
      case null -> byStatus(ctx.statusCode());
      case ProblemException known -> said(known.problem());
      case Refusal refusal -> said(refusal);
      default ->
          ctx.statusCode() > 0 && ctx.statusCode() < 500
              ? byStatus(ctx.statusCode())
              : unexpected(ctx);
    };
  }

  private static Said said(Refusal refusal) {
    return new Said(
        refusal.status(), refusal.code(), refusal.detail(), refusal.field().orElse(""), 0);
  }

  private static Said unexpected(RoutingContext ctx) {
    LOG.error("{} {} failed", ctx.request().method(), shown(ctx), ctx.failure());
    return said(ProblemException.in(ctx.failure()));
  }

  /** The secret of a link is the last part of its path, and no log should have it. */
  private static String shown(RoutingContext ctx) {
    return ctx.normalizedPath().replaceFirst("^/share/.*", "/share/…");
  }

  private static Said said(Problem problem) {
    return switch (problem) {
      case Problem.NotFound it -> new Said(404, it);
      case Problem.Invalid it -> new Said(422, it.code(), it.detail(), it.field(), 0);
      case Problem.Conflict it -> new Said(409, it);
      case Problem.Busy it -> new Said(429, it.code(), it.detail(), "", secondsUp(it.retryAfter()));
      case Problem.ModelUnavailable it -> unavailable(it);
      case Problem.Cancelled it -> new Said(409, it);
      case Problem.Stale it -> unavailable(it);
      case Problem.Unavailable it -> unavailable(it);
      case Problem.Unexpected it -> new Said(500, it);
    };
  }

  private static Said unavailable(Problem problem) {
    return new Said(503, problem.code(), problem.detail(), "", UNAVAILABLE_RETRY_SECONDS);
  }

  /** What the router itself refuses. */
  private static Said byStatus(int status) {
    return switch (status) {
      case 400 -> new Said(status, "malformed_request", "This request cannot be understood.");
      case 404 -> new Said(status, "not_found", "There is nothing here.");
      case 405 -> new Said(status, "method_not_allowed", "This address does not know that method.");
      case 413 -> new Said(status, "body_too_long", "The body of a request has 256 KiB at most.");
      default -> new Said(500, ProblemException.in(new IllegalStateException()));
    };
  }

  private static long secondsUp(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
