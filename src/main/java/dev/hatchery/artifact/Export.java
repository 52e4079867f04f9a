package dev.hatchery.artifact;

import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Chart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A form in which one takes along what came of a mission. */
public enum Export {
  JSON("application/json"),
  CSV("text/csv; charset=utf-8"),
  SVG("image/svg+xml"),
  PNG("image/png");

  private static final List<Export> OF_A_CHART = List.of(JSON, CSV, SVG, PNG);
  private static final List<Export> OF_ANYTHING = List.of(JSON, CSV);

  private final String mediaType;

  Export(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The forms that this has. */
  public static List<Export> of(ArtifactContent content) {
    return content instanceof Chart ? OF_A_CHART : OF_ANYTHING;
  }

  /** As it is asked for and as files end, such as {@code csv}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The file; of a chart it takes its time, so not on a loop.
   *
   * @throws IllegalArgumentException in a form that it does not have, or as JSON, which is written
   *     where all JSON is
   */
  public byte[] file(ArtifactContent content) {
    if (this == CSV) {
      return Csv.of(content).getBytes(StandardCharsets.UTF_8);
    }
    if (content instanceof Chart chart && this == SVG) {
      return Svg.of(ChartDrawing.of(chart)).getBytes(StandardCharsets.UTF_8);
    }
    if (content instanceof Chart chart && this == PNG) {
      return Png.of(ChartDrawing.of(chart));
    }
    throw new IllegalArgumentException("this has no form " + word());
  }
}
