package dev.hatchery.mission;

import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fixed log of missions that says of each tool what would have come of it. */
final class FeedbackLog {
  private static final Path FILE = Path.of("src/test/resources/mission/feedback.txt");

  /** The confidence in each tool before anything is learned. */
  static final Map<ToolName, Double> BASE =
      Map.of(
          new ToolName("web_search"), 0.85,
          new ToolName("archive_search"), 0.8,
          new ToolName("site_search"), 0.7,
          new ToolName("web_extract"), 0.8,
          new ToolName("page_reader"), 0.75,
          new ToolName("calculate"), 0.95,
          new ToolName("sheet"), 0.7,
          new ToolName("write"), 0.75,
          new ToolName("local_writer"), 0.7);

  private FeedbackLog() {}

  /** One mission. */
  record Line(String owner, String category, List<Outcome> outcomes) {
    /** Whose missions of which kind, for what is good for one owner is not so for another. */
    String field() {
      return owner + " " + category;
    }

    Outcome of(ToolName tool) {
      return outcomes.stream().filter(one -> one.tool().equals(tool)).findFirst().orElseThrow();
    }
  }

  /** What one tool would have made of it. */
  record Outcome(ToolName tool, boolean served, Duration took, Usd cost, @Nullable Integer rating) {
    ToolRecord after(ToolRecord record) {
      var used = record.used(served, took, cost);
      return rating == null ? used : used.surveyed(new Survey(rating, served, served).adjustment());
    }
  }

  static List<Line> read() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .map(cells -> new Line(cells[0], cells[1], outcomes(cells)))
        .toList();
  }

  private static List<Outcome> outcomes(String... cells) {
    return Arrays.stream(cells).skip(2).map(cell -> outcome(cell.split(":"))).toList();
  }

  private static Outcome outcome(String... parts) {
    return new Outcome(
        new ToolName(parts[0]),
        parts[1].equals("yes"),
        Duration.ofMillis(Long.parseLong(parts[2])),
        new Usd(Long.parseLong(parts[3])),
        parts[4].equals("-") ? null : Integer.valueOf(parts[4]));
  }
}
