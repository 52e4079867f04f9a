package dev.hatchery.avatar.catalog;

import dev.hatchery.avatar.Renderer;
import dev.hatchery.avatar.RendererSettings;
import dev.hatchery.avatar.TerminalRenderer;
import dev.hatchery.avatar.Timeouts;
import dev.hatchery.avatar.http.HttpRenderer;
import dev.hatchery.avatar.http.HttpSettings;
import dev.hatchery.config.Config;
import dev.hatchery.config.RendererEntry;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.Function;

/** The configured renderers. */
public final class Renderers {

  private Renderers() {}

  /**
   * Reads one entry.
   *
   * @param name of the entry
   * @param constants further places of its command and what fills them
   * @return makes the renderer, on the context that will use it
   * @throws IllegalArgumentException with a sentence when it can never work
   */
  public static Function<Vertx, Renderer> of(
      String name, Config.Render render, RendererEntry entry, Map<String, String> constants) {
    var url = entry.url();
    var protocol = entry.protocol();
    if (url == null || protocol == null) {
      var terminal = new TerminalRenderer(RendererSettings.of(name, render, entry, constants));
      return vertx -> terminal;
    }
    var settings =
        new HttpSettings(
            name,
            url,
            protocol,
            entry.apiKey(),
            entry.options(),
            Timeouts.of(render, entry),
            entry.steps(),
            entry.width(),
            entry.height());
    return vertx -> new HttpRenderer(vertx, settings);
  }
}
