package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.Picture;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderListener;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderWork;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.config.RendererEntry.Protocol;
import dev.hatchery.config.Secret;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One picture ordered from a server, and what was heard of it. */
final class Rendered implements RenderListener {

  static final Secret KEY = new Secret("sk-very-secret");
  static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final Queue<RenderReport> reports = new ConcurrentLinkedQueue<>();
  private final Queue<Picture> previews = new ConcurrentLinkedQueue<>();
  private final RenderWork work;
  private final CompletableFuture<Picture> result;

  private Rendered(Vertx vertx, HttpSettings settings) {
    var order = new RenderOrder("a fox", -1, "run:1", Path.of("unused"));
    work = new HttpRenderer(vertx, settings).work(order, this);
    result = work.start();
  }

  static Rendered by(Vertx vertx, HttpSettings settings) {
    return new Rendered(vertx, settings);
  }

  static HttpSettings settings(URI url, Protocol protocol, Timeouts timeouts) {
    return new HttpSettings("mine", url, protocol, KEY, Map.of(), timeouts, 20, 64, 48);
  }

  @Override
  public void report(RenderReport report) {
    reports.add(report);
  }

  @Override
  public void preview(Picture preview) {
    previews.add(preview);
  }

  List<RenderReport> reports() {
    return List.copyOf(reports);
  }

  List<Picture> previews() {
    return List.copyOf(previews);
  }

  void cancel() {
    work.cancel();
  }

  List<Integer> size() {
    try {
      var picture = result.get(20, TimeUnit.SECONDS);
      return List.of(picture.width(), picture.height());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  RenderException failure() {
    try {
      throw new AssertionError("it painted, " + result.get(20, TimeUnit.SECONDS).width() + " wide");
    } catch (ExecutionException e) {
      var failure = (RenderException) Objects.requireNonNull(e.getCause());
      assertThat(failure.getMessage()).doesNotContain(KEY.reveal());
      return failure;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
