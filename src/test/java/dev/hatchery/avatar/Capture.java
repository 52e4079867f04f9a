package dev.hatchery.avatar;

import dev.hatchery.avatar.RenderReport.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Bytes that a real renderer wrote, and what must be read from them. */
enum Capture {
  BYTES_POSTFIX("bytes_postfix.pty120", "", State.PREPARING, 0, 0, 0),
  DIFFUSERS("diffusers_like.pty80", "", State.FINISHING, 1, 4, 4),
  HF_DOWNLOAD("hf_xet_download.pty120x40", "", State.PREPARING, 0, 0, 0),
  HF_DOWNLOAD_AS_RENDER("hf_xet_download.pty120x40", "Fetching", State.FINISHING, 1, 3, 3),
  IMAGE_TO_IMAGE("img2img_4steps_strength0.4_starts_at_1.pty80", "", State.FINISHING, 1, 3, 3),
  TWO_SEEDS("mflux_2seeds.pty80", "", State.FINISHING, 1, 3, 3),
  SCHNELL_PIPE("mflux_schnell_4steps.pipe_stderr_stdout", "", State.FINISHING, 1, 4, 4),
  SCHNELL_NO_WINDOW("mflux_schnell_4steps.pty0x0_EMPTY", "", State.PREPARING, 0, 0, 0),
  SCHNELL_200("mflux_schnell_4steps.pty200x50", "", State.FINISHING, 1, 4, 4),
  SCHNELL_80("mflux_schnell_4steps.pty80x24", "", State.FINISHING, 1, 4, 4),
  NARROW("narrow_ncols30.pty", "a long", State.FINISHING, 1, 0, 0),
  NESTED_OUTER("nested.pty80", "outer", State.FINISHING, 1, 2, 2),
  NESTED_INNER("nested.pty80", "inner", State.FINISHING, 1, 3, 3),
  NESTED_NEITHER("nested.pty80", "", State.PREPARING, 0, 0, 0),
  OVERRUN("overrun_total.pty80", "", State.STEPPING, 2 / 3.0, 5, 0),
  PIPE_SILENT("pipe-disable_none", "", State.PREPARING, 0, 0, 0),
  PIPE_SIMPLE("pipe-simple", "", State.FINISHING, 1, 4, 4),
  BARLESS("pty-0x0-barless", "", State.FINISHING, 1, 4, 4),
  TINY("pty-10-tiny", "", State.FINISHING, 1, 0, 0),
  PTY_200("pty-200", "", State.FINISHING, 1, 4, 4),
  PTY_40("pty-40-narrow", "", State.FINISHING, 1, 4, 4),
  ASCII("pty-80-ascii-locale", "", State.FINISHING, 1, 4, 4),
  DISABLE_NONE("pty-80-disable-none", "", State.FINISHING, 1, 4, 4),
  ERROR_MIDWAY("pty-80-error-midway", "", State.STEPPING, 0.5, 2, 4),
  MFLUX_LIKE("pty-80-mflux-like", "", State.FINISHING, 1, 20, 20),
  EVERY_STEP("pty-80-mininterval0-unit", "denoise", State.FINISHING, 1, 25, 25),
  NESTED_OTHER("pty-80-nested", "outer", State.FINISHING, 1, 2, 2),
  NO_TOTAL("pty-80-nototal", "", State.STEPPING, 0, 4, 0),
  POSTFIX("pty-80-postfix-desc", "Rendering", State.FINISHING, 1, 4, 4),
  MIXED("pty-80-write-mixed", "", State.FINISHING, 1, 4, 4),
  PTY_80("pty-80", "", State.FINISHING, 1, 4, 4),
  SDCPP("sdcpp_made_from_its_format_strings", "", State.FINISHING, 1, 20, 20),
  WRITE_AND_PRINT("tqdm_write_and_print.pty80", "", State.FINISHING, 1, 3, 3),
  UNKNOWN_TOTAL("unknown_total.pty80", "tokens", State.STEPPING, 0, 4, 0);

  final String file;
  private final String bar;
  final State state;
  final double fraction;
  final int step;
  final int steps;

  Capture(String file, String bar, State state, double fraction, int step, int steps) {
    this.file = file + ".bin";
    this.bar = bar;
    this.state = state;
    this.fraction = fraction;
    this.step = step;
    this.steps = steps;
  }

  BarRules rules() {
    return new BarRules(Optional.of(bar).filter(b -> !b.isEmpty()), 0);
  }

  byte[] bytes() {
    try (InputStream in =
        Objects.requireNonNull(Capture.class.getResourceAsStream("/captures/tqdm/" + file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Reading> whole() {
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
