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
import java.time.Duration;
import java.util.stream.Collectors;

/** What came of missions: as data, as a page to look at, as a file. */
final class ArtifactRoutes implements Routes {
  /** Every page that looks at a mission reads what came of it at once, and shows it. */
  private static final Duration APART = Duration.ofMillis(250);

  private final Vertx vertx;
  private final Bus bus;
  private final Coalescing<Ledger.FindArtifact, Artifact> found;
  private final Coalescing<Ledger.FindArtifact, String> previews;

  ArtifactRoutes(Vertx vertx, Bus bus) {
    this.vertx = vertx;
    this.bus = bus;
    this.found = new Coalescing<>(vertx, APART);
    this.previews = new Coalescing<>(vertx, APART);
  }

  @Override
  public void addTo(Router router) {
    Routes.json(Routes.get(router, "/artifacts/:id"), this::tell);
    Routes.get(router, "/artifacts/:id/preview").handler(this::preview);
    Routes.get(router, "/artifacts/:id/export").handler(this::export);
  }

  private Future<ArtifactJson> tell(RoutingContext ctx) {
    var wanted = wanted(ctx);
    return found.ask(wanted, () -> find(wanted)).map(ArtifactJson::of);
  }

  private void preview(RoutingContext ctx) {
    var wanted = wanted(ctx);
    previews
        .ask(wanted, () -> find(wanted).compose(this::drawn))
        .onSuccess(
            page ->
                SecurityHeaders.framed(ctx.response(), PreviewStyle.POLICY)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(page))
        .onFailure(ctx::fail);
  }

  /** A large chart takes its time, which the loop has not. */
  private Future<String> drawn(Artifact artifact) {
    return vertx.executeBlocking(() -> Preview.page(artifact), false);
  }

  private void export(RoutingContext ctx) {
    var asked = Query.constant(ctx, "format", Export.values());
    var format = asked == null ? Export.JSON : asked;
    find(wanted(ctx))
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

  private static Ledger.FindArtifact wanted(RoutingContext ctx) {
    return new Ledger.FindArtifact(Caller.of(ctx), Ids.artifact(ctx));
  }

  private Future<Artifact> find(Ledger.FindArtifact wanted) {
    return bus.ask(FIND_ARTIFACT, wanted).map(Ledger.FoundArtifact::artifact);
  }
}
