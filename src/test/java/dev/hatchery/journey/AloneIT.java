package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.Hatchery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who is alone neither loads nor opens anything that only several nodes need. */
class AloneIT {
  private static final String LISTENS = "0A";
  private static final List<String> OF_CLUSTERS =
      List.of("com.hazelcast.", "dev.hatchery.cluster.", "io.vertx.pgclient.", "org.postgresql.");

  @TempDir Path folder;

  @Test
  void nothingOfAClusterIsLoaded() throws IOException {
    var log = folder.resolve("classes.txt");
    var options = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load=info:file=" + log);
    try (var server = Server.start(folder.resolve("data"), options)) {
      assertThat(server.pid()).isPositive();
    }

    try (var lines = Files.lines(log)) {
      assertThat(lines.map(AloneIT::loaded))
          .anyMatch(name -> name.startsWith(Hatchery.class.getName() + " "))
          .noneMatch(AloneIT::isOfAClusters);
    }
  }

  /** A line is such as {@code [0.021s][info][class,load] java.lang.Object source: …}. */
  private static String loaded(String line) {
    return line.replaceAll("^(\\[[^]]*]\\s*)*", "");
  }

  private static boolean isOfAClusters(String name) {
    return OF_CLUSTERS.stream().anyMatch(name::startsWith);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itListensForItsClientsAndNobodyElse() throws IOException {
    try (var server = Server.start(folder.resolve("data"), Map.of())) {
      assertThat(listening(server.pid())).containsExactly(server.uri("/").getPort());
    }
  }

  private static Set<Integer> listening(long pid) throws IOException {
    var process = Path.of("/proc", Long.toString(pid));
    var sockets = sockets(process.resolve("fd"));
    try (var four = Files.lines(process.resolve("net/tcp"));
        var six = Files.lines(process.resolve("net/tcp6"))) {
      return Stream.concat(four, six)
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns[3].equals(LISTENS) && sockets.contains(columns[9]))
          .map(columns -> Integer.parseInt(columns[1].replaceAll(".*:", ""), 16))
          .collect(Collectors.toSet());
    }
  }

  /** The numbers by which the kernel knows what a process has open. */
  private static Set<String> sockets(Path open) throws IOException {
    try (var files = Files.list(open)) {
      return files
          .map(AloneIT::target)
          .filter(name -> name.startsWith("socket:["))
          .map(name -> name.replaceAll("\\D", ""))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
