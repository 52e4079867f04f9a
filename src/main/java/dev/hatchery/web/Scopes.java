package dev.hatchery.web;

import dev.hatchery.protocol.Principal.Scope;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** What somebody may ask for who may see one run: the one list, and nothing but what is on it. */
final class Scopes {
  private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** Streams of many runs, which are theirs when they ask for the one. */
  private static final Set<String> OF_MANY_RUNS = Set.of("/stream/progress", "/api/events");

  private Scopes() {}

  /** Whether this request is about the run, its picture or its companion. */
  static boolean cover(Scope scope, RoutingContext ctx) {
    var path = ctx.request().path();
    return LOOKING.contains(ctx.request().method())
        && (ofRun(scope, path) || ofAgent(scope, path) || ofManyRuns(scope, path, ctx));
  }

  /** Whether this request is about whoever asks, and no run at all. */
  static boolean ofAnybody(RoutingContext ctx) {
    return List.of("/api/session", "/api/tickets").contains(ctx.request().path());
  }

  private static boolean ofRun(Scope scope, String path) {
    var run = "/api/runs/" + scope.run();
    return path.equals(run)
        || path.equals(run + "/events")
        || path.equals(run + "/preview")
        || path.equals("/ws/runs/" + scope.run());
  }

  private static boolean ofAgent(Scope scope, String path) {
    var agent = "/api/agents/" + scope.agent();
    return scope.agent() != null && (path.equals(agent) || path.equals(agent + "/avatar"));
  }

  private static boolean ofManyRuns(Scope scope, String path, RoutingContext ctx) {
    return OF_MANY_RUNS.contains(path)
        && ctx.queryParam("run").equals(List.of(scope.run().value()));
  }
}
