package dev.hatchery.avatar;

import java.nio.file.Path;

/**
 * One picture to paint.
 *
 * @param prompt what it shows; made safe and bounded to 8 KiB
 * @param seed for the renderer; brought to 0..2³¹-1, which all of them take
 * @param mark {@code runId:epoch}, marks all processes of this render
 * @param directory of this render alone; created, and deleted at its end
 */
public record RenderOrder(String prompt, long seed, String mark, Path directory) {

  /** Throws {@link IllegalArgumentException} when the mark could not be an environment variable. */
  public RenderOrder {
    if (!mark.matches("[\\w.:-]{1,200}")) {
      throw new IllegalArgumentException("a render's mark is made of letters, digits and . : _ -");
    }
    seed &= Integer.MAX_VALUE;
    prompt = Prompt.clean(prompt);
  }
}
