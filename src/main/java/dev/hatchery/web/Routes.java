package dev.hatchery.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** What is served under which address; one class per feature. */
interface Routes {
  /** Adds the routes of this feature. */
  void addTo(Router router);

  /** A route that only tells; HEAD asks for the same without its body. */
  static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /** Answers with what the future gives, as JSON; its failure becomes a problem. */
  static void json(Route route, Function<RoutingContext, Future<?>> asked) {
    route.handler(
        ctx ->
            asked
                .apply(ctx)
                .onSuccess(
                    value -> {
                      if (!ctx.response().ended()) {
                        Answer.send(ctx, value);
                      }
                    })
                .onFailure(ctx::fail));
  }
}
