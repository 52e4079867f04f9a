package dev.hatchery.avatar.painter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * A progress bar in the form of tqdm: a carriage return, the bar, no end of line before the last
 * step. {@code 50%|████████ | 20/40 [00:02<00:02, 9.80it/s, scales]}
 */
final class Bar {
  private static final int CELLS = 40;

  private final OutputStream out;
  private final LongSupplier nanos;
  private final String name;
  private final int total;
  private final long started;
  private int widest;

  /** A bar of that many steps at 0; an empty name is the bar of the picture itself. */
  Bar(OutputStream out, LongSupplier nanos, String name, int total) {
    this.out = out;
    this.nanos = nanos;
    this.name = name.isEmpty() ? "" : name + ": ";
    this.total = total;
    this.started = nanos.getAsLong();
    draw(0, "");
  }

  /** Shows that so many steps are done and what the last one was. */
  void at(int done, String what) {
    draw(done, what);
    if (done == total) {
      print("\n");
    }
  }

  private void draw(int done, String what) {
    String line = line(done, what, (nanos.getAsLong() - started) / 1e9);
    String rest = " ".repeat(Math.max(0, widest - line.length()));
    widest = Math.max(widest, line.length());
    print("\r" + line + rest);
  }

  private String line(int done, String what, double seconds) {
    int percent = 100 * done / total;
    int full = CELLS * done / total;
    double rate = done == 0 || seconds <= 0 ? 0 : done / seconds;
    String left = rate == 0 ? "?" : time((total - done) / rate);
    return name
        + padded(Integer.toString(percent), 3)
        + "%|"
        + "█".repeat(full)
        + " ".repeat(CELLS - full)
        + "| "
        + done
        + "/"
        + total
        + " ["
        + time(seconds)
        + "<"
        + left
        + ", "
        + speed(rate)
        + (what.isEmpty() ? "" : ", " + what)
        + "]";
  }

  private static String speed(double rate) {
    if (rate == 0) {
      return "?it/s";
    }
    return rate >= 1 ? fixed(rate) + "it/s" : fixed(1 / rate) + "s/it";
  }

  private static String time(double seconds) {
    long whole = (long) seconds;
    String minutes = two(whole / 60 % 60) + ":" + two(whole % 60);
    return whole < 3600 ? minutes : whole / 3600 + ":" + minutes;
  }

  /** Two decimals, five characters wide at least; a formatter would cost a tenth of a second. */
  private static String fixed(double value) {
    long hundredths = Math.round(value * 100);
    return padded(hundredths / 100 + "." + two(hundredths % 100), 5);
  }

  private static String two(long value) {
    return value < 10 ? "0" + value : Long.toString(value);
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("nobody reads the bar any more", e);
    }
  }
}
