package dev.hatchery.avatar;

import dev.hatchery.config.Config;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One configured renderer.
 *
 * @param template its command
 * @param environment what its environment has besides the few variables that every child gets
 * @param bars which of its bars is the painting
 * @param timeouts how long we wait for it
 * @param steps to ask for
 * @param width in pixels, to ask for
 * @param height in pixels, to ask for
 */
public record RendererSettings(
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
   * @param constants further places of its command and what fills them
   * @throws IllegalArgumentException with a sentence when its command can never work
   */
  public static RendererSettings of(
      Config.Render render, Config.Renderer renderer, Map<String, String> constants) {
    return new RendererSettings(
        RendererTemplate.of(renderer.command(), constants),
        renderer.env(),
        bars(renderer.bars()),
        new Timeouts(
            or(renderer.firstBarTimeout(), render.firstBarTimeout()),
            or(renderer.idleTimeout(), render.idleTimeout()),
            or(renderer.totalTimeout(), render.totalTimeout())),
        renderer.steps(),
        renderer.width(),
        renderer.height());
  }

  private static BarRules bars(Config.@Nullable Bars bars) {
    if (bars == null) {
      return BarRules.unnamed();
    }
    Integer passes = bars.passes();
    return new BarRules(Optional.ofNullable(bars.render()), passes == null ? 0 : passes);
  }

  private static Duration or(@Nullable Duration own, Duration common) {
    return own == null ? common : own;
  }
}
