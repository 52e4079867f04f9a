package dev.hatchery.cli.screen;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is typed or piped in.
 *
 * @param kind looks where it comes from
 */
public record Input(InputStream bytes, Supplier<Kind> kind) {
  /** Where it comes from. */
  public enum Kind {
    /** From somebody at a terminal. */
    KEYS,
    /** From a terminal at which somebody does other things meanwhile: to read would stop us. */
    BACKGROUND,
    /** From another program, a file or nowhere. */
    PIPE
  }

  private static final long PATIENCE_SECONDS = 2;
  private static final int NO_TERMINAL = 3;

  /** Without ps, which few machines lack, we count as being in front. */
  private static final String PROBE =
      "test -t 0 || exit "
          + NO_TERMINAL
          + "; case \"$(ps -o stat= -p $$ 2>/dev/null)\" in *+*|'') exit 0;; *) exit 1;; esac";

  /** That of this process. */
  public static Input ofProcess() {
    return new Input(System.in, Input::look);
  }

  private static Kind look() {
    try {
      var probe =
          new ProcessBuilder("sh", "-c", PROBE)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Kind.BACKGROUND;
      }
      return switch (probe.exitValue()) {
        case 0 -> Kind.KEYS;
        case NO_TERMINAL -> Kind.PIPE;
        default -> Kind.BACKGROUND;
      };
    } catch (IOException e) {
      return Kind.BACKGROUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Kind.BACKGROUND;
    }
  }
}
