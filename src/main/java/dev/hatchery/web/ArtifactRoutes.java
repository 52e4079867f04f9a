package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.FIND_ARTIFACT;

import dev.hatchery.artifact.Export;
import dev.hatchery.artifact.Preview;
import dev.hatchery.artifact.PreviewStyle;
import dev.hatchery.bus.Bus;
import dev.hatchery.json.ArtifactJson;
import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.Ledger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Collectors;

/** What came of missions: as data, as a page to look at, as a file. */
final class ArtifactRoutes implements Routes {
  private final Vertx vertx;
  private final Bus bus;

  ArtifactRoutes(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
  }

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/artifacts/:id"), ctx -> find(ctx).map(ArtifactJson::of));
    Routes.get(router, "/artifacts/:id/preview").handler(this::preview);
    Routes.get(router, "/artifacts/:id/export").handler(this::export);
  }

  /** A large chart takes its time, which the loop has not. */
  private void preview(RoutingContext ctx) {
    find(ctx)
        .compose(artifact -> vertx.executeBlocking(() -> Preview.page(artifact), false))
        .onSuccess(
            page ->
                SecurityHeaders.framed(ctx.response(), PreviewStyle.POLICY)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(page))
        .onFailure(ctx::fail);
  }

  private void export(RoutingContext ctx) {
    var asked = Query.constant(ctx, "format", Export.values());
    var format = asked == null ? Export.JSON : asked;
    find(ctx)
        .compose(
            artifact -> file(artifact, format).onSuccess(file -> send(ctx, artifact, format, file)))
        .onFailure(ctx::fail);
  }

  private Future<Buffer> file(Artifact artifact, Export format) {
    if (!Export.of(artifact.content()).contains(format)) {
      return Future.failedFuture(without(artifact.content()));
    }
    return format == Export.JSON
        ? Future.succeededFuture(Answer.json(ArtifactJson.of(artifact)))
        : vertx.executeBlocking(() -> Buffer.buffer(format.file(artifact.content())), false);
  }

  private static Refusal without(ArtifactContent content) {
    var forms = Export.of(content).stream().map(Export::word).collect(Collectors.joining(" or "));
    return Refusal.malformed(
        "invalid_format", "format", "This artifact is exported as " + forms + ".");
  }

  /** The name of the file is ours alone: what somebody wrote never stands in a header. */
  private static void send(RoutingContext ctx, Artifact artifact, Export format, Buffer file) {
    SecurityHeaders.picture(ctx.response())
        .putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"artifact-%s.%s\"".formatted(artifact.id(), format.word()))
        .end(file);
  }

  private Future<Artifact> find(RoutingContext ctx) {
    return bus.ask(FIND_ARTIFACT, new Ledger.FindArtifact(Caller.of(ctx), Ids.artifact(ctx)))
        .map(Ledger.FoundArtifact::artifact);
  }
}
