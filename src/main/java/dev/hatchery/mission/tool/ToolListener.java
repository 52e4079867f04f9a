package dev.hatchery.mission.tool;

/** Hears how far a tool is. */
@FunctionalInterface
public interface ToolListener {

  /**
   * The tool has got further.
   *
   * @param fraction 0 to 1, measured; what cannot be measured is not told
   * @param message one line for people
   */
  void measured(double fraction, String message);
}
