package dev.hatchery.avatar;

/**
 * Hears how a render goes, on the render's own threads: reports one at a time, previews on another
 * thread. Must not block for long: the renderer waits meanwhile.
 */
public interface RenderListener {

  /** How far it is; at most about 40 a second, the last one always. */
  void report(RenderReport report);

  /** A newer half-painted picture, at most 512 pixels wide and high. */
  default void preview(Picture picture) {}
}
