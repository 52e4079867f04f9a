package dev.hatchery.cli.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Whether standard output is a terminal, and how large. */
public final class Terminal {
  private static final int COLUMNS_USUAL = 80;
  private static final int ROWS_USUAL = 24;
  private static final long PATIENCE_SECONDS = 2;
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

  /** A child with our standard output asks for us; the JDK tells neither on all its versions. */
  private static final String PROBE = "test -t 1 && stty size <&1 >&2";

  private Terminal() {}

  /** Columns and rows. */
  public record Size(int columns, int rows) {}

  /** The size of the terminal at standard output, or nothing when there is none. */
  public static Optional<Size> size() {
    try {
      var probe =
          new ProcessBuilder("sh", "-c", PROBE)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start();
      var said = new String(probe.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
      var ended = probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && probe.exitValue() == 0 ? Optional.of(parse(said)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A terminal whose size nobody set says 0 0. */
  static Size parse(String said) {
    var numbers = SIZE.matcher(said.strip());
    if (!numbers.matches()) {
      return new Size(COLUMNS_USUAL, ROWS_USUAL);
    }
    var rows = Integer.parseInt(numbers.group(1));
    var columns = Integer.parseInt(numbers.group(2));
    return new Size(columns == 0 ? COLUMNS_USUAL : columns, rows == 0 ? ROWS_USUAL : rows);
  }
}
