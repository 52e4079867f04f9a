package dev.hatchery.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What paints: either a command on this machine, or a server.
 *
 * @param command its arguments, with {@code {prompt} {output} {steps} {seed} {width} {height}
 *     {previews}}; empty for a server
 * @param env what the command's environment has besides the few variables that every child gets
 * @param bars which of the command's bars is the render; null for the one without a name
 * @param url where the server is, or null for a command
 * @param protocol what the server speaks, or null for a command
 * @param apiKey opens the server, may be none
 * @param options what else the server is told with every picture; null takes away what we would say
 * @param firstBarTimeout null for that of {@code render}, like the two that follow
 */
public record RendererEntry(
    List<String> command,
    Map<String, String> env,
    @Nullable Bars bars,
    @Nullable URI url,
    @Nullable Protocol protocol,
    Secret apiKey,
    Map<String, Object> options,
    int steps,
    int width,
    int height,
    @Nullable Duration firstBarTimeout,
    @Nullable Duration idleTimeout,
    @Nullable Duration totalTimeout) {
  private static final int SIDE_MOST = 4096;

  public RendererEntry {
    command = List.copyOf(command);
    env = Map.copyOf(env);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    var server = url != null || protocol != null;
    Check.that(server || !command.isEmpty(), "a renderer's command must not be empty");
    Check.that(!server || command.isEmpty(), "a renderer has a command or a url, not both");
    Check.that(
        !server || (url != null && protocol != null), "a renderer's url and protocol go together");
    if (url != null) {
      Check.base("a renderer's url", url, "http://127.0.0.1:7860");
    }
    Check.that(steps >= 1, "a renderer's steps must be at least 1, were %s", steps);
    Check.that(
        Math.min(width, height) >= 1 && Math.max(width, height) <= SIDE_MOST,
        "a renderer's width and height must be 1 to 4096, were %s × %s",
        width,
        height);
  }

  /**
   * Which bars drive the percentage.
   *
   * @param render the name of the bar that is the render, or null for the one without a name
   * @param passes how many times it fills, or null when that is not known
   */
  public record Bars(@Nullable String render, @Nullable Integer passes) {}

  /** What a painting server speaks. */
  public enum Protocol {
    /**
     * {@code /sdapi/v1/txt2img}: AUTOMATIC1111, Forge, SD.Next, Draw Things, sd-server, KoboldCpp.
     */
    @JsonProperty("a1111")
    A1111,
    /** {@code /images/generations}: OpenAI, LocalAI, sd-server. */
    @JsonProperty("openai-images")
    OPENAI_IMAGES,
    /** {@code /prompt}, {@code /ws} and {@code /history}: ComfyUI. */
    @JsonProperty("comfyui")
    COMFYUI
  }

  /** The same, painting small pictures in {@code steps} steps, for a trial. */
  public RendererEntry trial(int steps, int side) {
    return new RendererEntry(
        command,
        env,
        bars,
        url,
        protocol,
        apiKey,
        options,
        steps,
        side,
        side,
        firstBarTimeout,
        idleTimeout,
        totalTimeout);
  }
}
