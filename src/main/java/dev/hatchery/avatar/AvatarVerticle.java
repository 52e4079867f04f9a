package dev.hatchery.avatar;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Running;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the pseudo-terminals and child processes of this node; virtual thread, one per node. */
public final class AvatarVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(AvatarVerticle.class);

  private final Bus bus;
  private final String node;
  private final Function<Vertx, Renderer> renderers;
  private final Path runsDirectory;
  private final Lease lease;
  private final Map<RunId, Painting> paintings = new HashMap<>();
  private @Nullable Renderer renderer;

  /**
   * A verticle for one renderer.
   *
   * @param node by whose name its previews are asked for
   * @param renderers makes the renderer, on this verticle's context
   * @param runsDirectory holds one directory per render while it works
   * @param lease without which nothing is painted
   */
  public AvatarVerticle(
      Bus bus, String node, Function<Vertx, Renderer> renderers, Path runsDirectory, Lease lease) {
    this.bus = bus;
    this.node = node;
    this.renderers = renderers;
    this.runsDirectory = runsDirectory;
    this.lease = lease;
  }

  @Override
  public Future<?> start() {
    renderer = renderers.apply(vertx);
    renderer.check().onSuccess(AvatarVerticle::tell);
    return vertx
        .executeBlocking(() -> Leftovers.sweep(runsDirectory))
        .compose(
            swept ->
                Future.all(
                    bus.answerInStories(Addresses.RENDER, this::render),
                    bus.answerInStories(Addresses.HALT_RENDERING, this::halt),
                    bus.answerInStories(Addresses.PREVIEW.at(node), this::preview),
                    bus.listen(Addresses.LEASES_LOST, this::lost)));
  }

  /** Ends every child before the process ends. */
  @Override
  public Future<?> stop() {
    return Future.join(paintings.values().stream().map(Painting::cancel).toList()).otherwiseEmpty();
  }

  // It may be installed or started meanwhile: every picture asks for it anew.
  private static void tell(Checkup checkup) {
    if (!checkup.well()) {
      LOG.warn("Pictures are stand-ins for now. {}", checkup.sentence());
    }
  }

  private Rendering.Painted render(Rendering.Commission commission) {
    lease.require();
    var painting =
        new Painting(bus, vertx.getOrCreateContext(), Objects.requireNonNull(renderer), commission);
    paintings.put(commission.runId(), painting);
    try {
      return painting.paint(runsDirectory);
    } finally {
      paintings.remove(commission.runId(), painting);
    }
  }

  private Running.Done halt(Running.Halt halt) {
    var painting = paintings.get(halt.runId());
    if (painting != null) {
      painting.cancel();
    }
    return new Running.Done();
  }

  private Rendering.Preview preview(Rendering.Peek peek) {
    var painting = paintings.get(peek.runId());
    return new Rendering.Preview(painting == null ? null : painting.preview());
  }

  /** Somebody else goes on with these: their children end at once. */
  private void lost(Leasing.Lost lost) {
    List.copyOf(paintings.values()).stream()
        .filter(painting -> painting.concernedBy(lost))
        .forEach(Painting::abandon);
  }
}
