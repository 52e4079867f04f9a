package dev.hatchery.avatar;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One avatar being painted: reports on its verticle's context, and ends with some picture. */
final class Painting implements RenderListener {
  private static final Logger LOG = LoggerFactory.getLogger(Painting.class);
  private static final double WHOLE = 100;
  private static final String STAND_IN =
      " The drawing is a stand-in made from the persona; the persona is the real one.";

  private final Bus bus;
  private final Context context;
  private final Rendering.Commission commission;
  private final Renderer renderer;
  private final Promise<Void> over = Promise.promise();
  private @Nullable RenderWork render;
  private @Nullable Bytes preview;
  private int previews;
  private double fraction;
  private boolean abandoned;

  Painting(Bus bus, Context context, Renderer renderer, Rendering.Commission commission) {
    this.bus = bus;
    this.context = context;
    this.renderer = renderer;
    this.commission = commission;
  }

  /** Waits for the picture, or makes a stand-in; fails only when it was cancelled or abandoned. */
  Rendering.Painted paint(Path runsDirectory) {
    var name = commission.runId() + "-" + commission.epoch();
    var order =
        new RenderOrder(
            commission.persona().avatarPrompt(),
            commission.seed(),
            commission.runId() + ":" + commission.epoch(),
            runsDirectory.resolve(name));
    var work = renderer.work(order, this);
    render = work;
    try {
      var picture = Future.fromCompletionStage(work.start(), context).await();
      return new Rendering.Painted(Bytes.wrap(picture.png()), "image/png", null, null);
    } catch (Throwable failure) {
      return standIn(failure);
    } finally {
      over.complete();
    }
  }

  /** Ends it; the future completes when nothing of it runs any more. */
  Future<Void> cancel() {
    if (render != null) {
      render.cancel();
    }
    return over.future();
  }

  boolean concernedBy(Leasing.Lost lost) {
    return lost.concerns(commission.runId(), commission.epoch());
  }

  /** Ends it, for another node goes on with the run. */
  void abandon() {
    abandoned = true;
    cancel();
  }

  /** The newest half-painted picture, or null before the first. */
  @Nullable Bytes preview() {
    return preview;
  }

  @Override
  public void report(RenderReport report) {
    context.runOnContext(go -> tell(report));
  }

  @Override
  public void preview(Picture picture) {
    var png = Bytes.wrap(picture.png());
    context.runOnContext(
        go -> {
          preview = png;
          previews++;
        });
  }

  private void tell(RenderReport report) {
    fraction = report.fraction();
    bus.announce(
        Addresses.MEASURED,
        new Progress.Measure(
            commission.runId(),
            commission.epoch(),
            commission.phase().name(),
            fraction,
            tick(report),
            report.message()));
  }

  private Happening.AvatarProgress tick(RenderReport report) {
    var begun = report.state() != RenderReport.State.PREPARING;
    var counted = begun && report.steps() > 0;
    return new Happening.AvatarProgress(
        begun ? Math.round(fraction * WHOLE * 10) / 10.0 : null,
        counted ? report.step() : null,
        counted ? report.steps() : null,
        null,
        previews == 0 ? null : "/api/runs/%s/preview?n=%d".formatted(commission.runId(), previews));
  }

  private Rendering.Painted standIn(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (abandoned) {
      throw new ProblemException(new Problem.Stale("Another node goes on with the run."));
    }
    if (cause instanceof RenderException known && known.reason() == Reason.CANCELLED) {
      throw new ProblemException(new Problem.Cancelled("The run was cancelled."));
    }
    var svg = new FallbackAvatar().svg(commission.persona()).getBytes(StandardCharsets.UTF_8);
    return new Rendering.Painted(Bytes.wrap(svg), "image/svg+xml", code(cause), reason(cause));
  }

  private static String code(@Nullable Throwable cause) {
    return cause instanceof RenderException known
        ? "renderer_" + known.reason().name().toLowerCase(Locale.ROOT)
        : "renderer_unusable";
  }

  private String reason(@Nullable Throwable cause) {
    if (cause instanceof RenderException known) {
      LOG.atWarn()
          .addKeyValue(RunId.KEY, commission.runId())
          .log("{} {}", known.getMessage(), known.lines());
      return known.getMessage() + lastTrueNumber() + STAND_IN;
    }
    LOG.atError()
        .addKeyValue(RunId.KEY, commission.runId())
        .setCause(cause)
        .log("The renderer could not be run");
    return "The painter could not be run." + STAND_IN;
  }

  private String lastTrueNumber() {
    var phase = commission.phase();
    return fraction == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " Its last true number was %.1f %%.",
            phase.from() + fraction * (phase.to() - phase.from()));
  }
}
