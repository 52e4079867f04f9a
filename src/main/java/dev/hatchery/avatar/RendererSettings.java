package dev.hatchery.avatar;

import dev.hatchery.config.Config;
import dev.hatchery.config.RendererEntry;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.MissingCommandException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configured program that paints.
 *
 * @param name by which the configuration knows it
 * @param template its command
 * @param environment what its environment has besides the few variables that every child gets
 * @param bars which of its bars is the painting
 * @param timeouts how long we wait for it
 * @param steps to ask for
 * @param width in pixels, to ask for
 * @param height in pixels, to ask for
 */
public record RendererSettings(
    String name,
    RendererTemplate template,
    Map<String, String> environment,
    BarRules bars,
    Timeouts timeouts,
    int steps,
    int width,
    int height) {

  /**
   * Throws {@link IllegalArgumentException} with a sentence when the environment hides its bars.
   */
  public RendererSettings {
    environment = Map.copyOf(environment);
    ChildEnvironment.check(environment);
  }

  /**
   * From the configuration.
   *
   * @param name of the entry
   * @param constants further places of its command and what fills them
   * @throws IllegalArgumentException with a sentence when its command can never work
   */
  public static RendererSettings of(
      String name, Config.Render render, RendererEntry renderer, Map<String, String> constants) {
    return new RendererSettings(
        name,
        RendererTemplate.of(renderer.command(), constants),
        renderer.env(),
        bars(renderer.bars()),
        Timeouts.of(render, renderer),
        renderer.steps(),
        renderer.width(),
        renderer.height());
  }

  /** That its program is missing, and what to do. */
  String missing(MissingCommandException e) {
    return "The painter is not installed: "
        + e.getMessage()
        + ". Write its full path into renderers.%s.command, or choose another by render.renderer."
            .formatted(name);
  }

  private static BarRules bars(RendererEntry.@Nullable Bars bars) {
    if (bars == null) {
      return BarRules.unnamed();
    }
    Integer passes = bars.passes();
    String render = bars.render();
    if (render != null && render.isBlank()) {
      throw new IllegalArgumentException("the painting bar's description must not be blank");
    }
    return new BarRules(Optional.ofNullable(render), passes == null ? 0 : passes);
  }
}
