package dev.hatchery.avatar.painter;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The embedded renderer, a program of its own: paints a creature from the words of a prompt, stage
 * by stage, shows a bar as tqdm does and leaves one PNG file.
 *
 * <p>Exit codes: 0 painted, 1 it could not be painted or written, 2 the options are wrong.
 */
public final class Painter {
  private static final int PREVIEW = 512;
  private static final String[] COLOURS = {
    "reading the words", "the sky", "the skin", "its shade", "its light", "the accents"
  };

  private final PainterOptions options;
  private final OutputStream out;
  private final LongSupplier nanos;

  Painter(PainterOptions options, OutputStream out, LongSupplier nanos) {
    this.options = options;
    this.out = out;
    this.nanos = nanos;
  }

  /** Runs the painter as a program. */
  public static void main(String... arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Paints as the arguments say and returns the exit code. */
  static int run(String[] arguments, OutputStream out, PrintStream trouble) {
    try {
      new Painter(PainterOptions.of(arguments), out, System::nanoTime).paint();
      return 0;
    } catch (PainterOptions.Invalid e) {
      trouble.println(e.getMessage());
      return 2;
    } catch (FileAlreadyExistsException e) {
      trouble.println("The output file exists already; the painter overwrites nothing.");
    } catch (IOException | UncheckedIOException e) {
      trouble.println("The picture could not be written: " + e.getClass().getSimpleName() + ".");
    } catch (InterruptedException e) {
      trouble.println("The painter was interrupted.");
    }
    return 1;
  }

  /** Paints the whole picture. */
  void paint() throws IOException, InterruptedException {
    if (Files.exists(options.output())) {
      throw new FileAlreadyExistsException(options.output().toString());
    }
    Painting painting = prepare();
    int steps = options.steps();
    Bar bar = new Bar(out, nanos, "", steps);
    Pace pace = new Pace(options.pace(), nanos);
    BufferedImage picture = painting.at(0);
    for (int step = 1; step <= steps; step++) {
      double stage = (double) Phase.STAGES * step / steps;
      picture = painting.at(stage);
      preview(picture, step);
      Thread.sleep(pace.rest());
      bar.at(step, painting.nameOf((int) Math.ceil(stage)));
    }
    Png.writeNew(picture, options.output());
    out.write("The picture is painted.\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private Painting prepare() throws IOException {
    Bar bar = new Bar(out, nanos, "Mixing colours", COLOURS.length);
    Path previews = options.previews();
    if (previews != null) {
      Files.createDirectories(previews);
    }
    Painting painting =
        new Painting(
            Studio.sketch(options.prompt(), options.seed()), options.size(), options.steps());
    for (int i = 1; i <= COLOURS.length; i++) {
      bar.at(i, COLOURS[i - 1]);
    }
    return painting;
  }

  private void preview(BufferedImage picture, int step) throws IOException {
    Path previews = options.previews();
    if (previews != null) {
      String name = "step" + step + "of" + options.steps() + ".png";
      Png.write(reduced(picture), previews.resolve(name));
    }
  }

  private static BufferedImage reduced(BufferedImage picture) {
    if (picture.getWidth() == PREVIEW) {
      return picture;
    }
    BufferedImage small = new BufferedImage(PREVIEW, PREVIEW, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = small.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    brush.drawImage(picture, 0, 0, PREVIEW, PREVIEW, null);
    brush.dispose();
    return small;
  }
}
