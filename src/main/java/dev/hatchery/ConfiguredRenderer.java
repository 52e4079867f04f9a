package dev.hatchery;

import dev.hatchery.avatar.Renderer;
import dev.hatchery.avatar.catalog.Renderers;
import dev.hatchery.avatar.painter.Painter;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.RendererEntry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The renderer that the settings choose. */
record ConfiguredRenderer(Config config) {
  private static final int TRIAL_SIDE = 64;

  String name() {
    return config.render().renderer();
  }

  /**
   * Makes it, on the context that will use it.
   *
   * @throws ConfigException when it can never work
   */
  Function<Vertx, Renderer> opened() {
    return made(entry());
  }

  /** The same with as little to do as its picture needs. */
  Function<Vertx, Renderer> smallest() {
    return made(entry().trial(1, TRIAL_SIDE));
  }

  /** Whether it is the painter that we bring: its pictures cost a second, and nobody's money. */
  boolean ours() {
    return entry().command().contains(Painter.class.getName());
  }

  /** How long it may take for a picture. */
  Duration most() {
    return Objects.requireNonNullElse(entry().totalTimeout(), config.render().totalTimeout());
  }

  private RendererEntry entry() {
    return Objects.requireNonNull(config.renderers().get(name()));
  }

  private Function<Vertx, Renderer> made(RendererEntry entry) {
    var pace = config.painter().pace().toMillis() + "ms";
    try {
      return Renderers.of(name(), config.render(), entry, Map.of("pace", pace));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("renderers.%s: %s".formatted(name(), e.getMessage()));
    }
  }
}
