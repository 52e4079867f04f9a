package dev.hatchery.avatar;

import dev.hatchery.avatar.RenderException.Reason;
import java.nio.file.Path;

/** Judges how a renderer ended: well is exit 0 and a picture that decodes, nothing less. */
final class Endings {

  private static final int SIGNALLED = 128;
  private static final int SIGNALS = 64;
  private static final int KILLED = 137;

  private Endings() {}

  static void requireWell(int exit) throws RenderException {
    if (exit == KILLED) {
      throw RenderException.of(Reason.KILLED, "The painter was killed (memory?).");
    }
    if (exit > SIGNALLED && exit <= SIGNALLED + SIGNALS) {
      throw RenderException.of(
          Reason.CRASHED, "The painter crashed (signal " + (exit - SIGNALLED) + ").");
    }
    if (exit != 0) {
      throw RenderException.of(Reason.CRASHED, "The painter crashed (exit code " + exit + ").");
    }
  }

  static Picture picture(Path output) throws RenderException {
    try {
      return PictureFile.read(output);
    } catch (PictureException e) {
      throw RenderException.of(
          e.missing() ? Reason.NO_PICTURE : Reason.BAD_PICTURE,
          "The painter " + e.getMessage() + ".");
    }
  }
}
