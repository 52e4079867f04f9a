package dev.hatchery.terminal;

import dev.hatchery.terminal.BarProgress.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Bytes that a real program wrote, and what must be read from them. */
public enum Capture {
  BYTES_POSTFIX("bytes_postfix.pty120", "", Stage.PREPARING, 0, 0, 0),
  DIFFUSERS("diffusers_like.pty80", "", Stage.FULL, 1, 4, 4),
  HF_DOWNLOAD("hf_xet_download.pty120x40", "", Stage.PREPARING, 0, 0, 0),
  HF_DOWNLOAD_AS_RENDER("hf_xet_download.pty120x40", "Fetching", Stage.FULL, 1, 3, 3),
  IMAGE_TO_IMAGE("img2img_4steps_strength0.4_starts_at_1.pty80", "", Stage.FULL, 1, 3, 3),
  TWO_SEEDS("mflux_2seeds.pty80", "", Stage.FULL, 1, 3, 3),
  SCHNELL_PIPE("mflux_schnell_4steps.pipe_stderr_stdout", "", Stage.FULL, 1, 4, 4),
  SCHNELL_NO_WINDOW("mflux_schnell_4steps.pty0x0_EMPTY", "", Stage.PREPARING, 0, 0, 0),
  SCHNELL_200("mflux_schnell_4steps.pty200x50", "", Stage.FULL, 1, 4, 4),
  SCHNELL_80("mflux_schnell_4steps.pty80x24", "", Stage.FULL, 1, 4, 4),
  NARROW("narrow_ncols30.pty", "a long", Stage.FULL, 1, 0, 0),
  NESTED_OUTER("nested.pty80", "outer", Stage.FULL, 1, 2, 2),
  NESTED_INNER("nested.pty80", "inner", Stage.FULL, 1, 3, 3),
  NESTED_NEITHER("nested.pty80", "", Stage.PREPARING, 0, 0, 0),
  OVERRUN("overrun_total.pty80", "", Stage.MOVING, 2 / 3.0, 5, 0),
  PIPE_SILENT("pipe-disable_none", "", Stage.PREPARING, 0, 0, 0),
  PIPE_SIMPLE("pipe-simple", "", Stage.FULL, 1, 4, 4),
  BARLESS("pty-0x0-barless", "", Stage.FULL, 1, 4, 4),
  TINY("pty-10-tiny", "", Stage.FULL, 1, 0, 0),
  PTY_200("pty-200", "", Stage.FULL, 1, 4, 4),
  PTY_40("pty-40-narrow", "", Stage.FULL, 1, 4, 4),
  ASCII("pty-80-ascii-locale", "", Stage.FULL, 1, 4, 4),
  DISABLE_NONE("pty-80-disable-none", "", Stage.FULL, 1, 4, 4),
  ERROR_MIDWAY("pty-80-error-midway", "", Stage.MOVING, 0.5, 2, 4),
  MFLUX_LIKE("pty-80-mflux-like", "", Stage.FULL, 1, 20, 20),
  EVERY_STEP("pty-80-mininterval0-unit", "denoise", Stage.FULL, 1, 25, 25),
  NESTED_OTHER("pty-80-nested", "outer", Stage.FULL, 1, 2, 2),
  NO_TOTAL("pty-80-nototal", "", Stage.MOVING, 0, 4, 0),
  POSTFIX("pty-80-postfix-desc", "Rendering", Stage.FULL, 1, 4, 4),
  MIXED("pty-80-write-mixed", "", Stage.FULL, 1, 4, 4),
  PTY_80("pty-80", "", Stage.FULL, 1, 4, 4),
  SDCPP("sdcpp_made_from_its_format_strings", "", Stage.FULL, 1, 20, 20),
  WRITE_AND_PRINT("tqdm_write_and_print.pty80", "", Stage.FULL, 1, 3, 3),
  UNKNOWN_TOTAL("unknown_total.pty80", "tokens", Stage.MOVING, 0, 4, 0);

  public final String file;
  private final String bar;
  public final Stage stage;
  public final double fraction;
  public final int step;
  public final int steps;

  Capture(String file, String bar, Stage stage, double fraction, int step, int steps) {
    this.file = file + ".bin";
    this.bar = bar;
    this.stage = stage;
    this.fraction = fraction;
    this.step = step;
    this.steps = steps;
  }

  /** Which of its bars is looked at. */
  public BarRules rules() {
    return new BarRules(Optional.of(bar).filter(b -> !b.isEmpty()), 0);
  }

  /** All of them. */
  public byte[] bytes() {
    try (InputStream in =
        Objects.requireNonNull(Capture.class.getResourceAsStream("/captures/tqdm/" + file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is read from them. */
  public List<Reading> whole() {
    return new BarReader().read(bytes(), bytes().length);
  }

  List<Reading> bytewise() {
    BarReader reader = new BarReader();
    List<Reading> readings = new ArrayList<>();
    for (byte b : bytes()) {
      readings.addAll(reader.read(new byte[] {b}, 1));
    }
    return readings;
  }
}
