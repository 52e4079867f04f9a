package dev.hatchery.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What was measured at some time.
 *
 * @param machine what it was measured on, in words
 * @param figures by what they are
 */
record Kept(String date, String machine, Map<String, Double> figures) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

  /** Measured here and today. */
  static Kept now(Map<String, Double> figures) {
    return new Kept(LocalDate.now(ZoneId.systemDefault()).toString(), here(), figures);
  }

  /** As it was written; nothing where there is no such file yet. */
  static Kept read(Path file) {
    try {
      return Files.exists(file)
          ? MAPPER.readValue(Files.readString(file), Kept.class)
          : new Kept("never", "no machine", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String here() {
    var memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / GIBIBYTE
            : 0;
    return "%d × %s, %.0f GiB, %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            memory,
            System.getProperty("os.name"),
            System.getProperty("java.specification.version"));
  }

  private static String processor() {
    try {
      return Files.readAllLines(CPUS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
