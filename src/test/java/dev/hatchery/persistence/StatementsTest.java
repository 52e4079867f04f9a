package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StatementsTest {
  private static final Path SQL = Path.of("src/main/resources/sql");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** SQLite numbers parameters by where they first appear, PostgreSQL by their number. */
  @ParameterizedTest
  @MethodSource("files")
  void parametersFirstAppearInTheirOrder(Path file) throws IOException {
    var sql = Files.readString(file).replaceAll("--.*", "");
    var appearing =
        PARAMETER
            .matcher(sql)
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .distinct()
            .toList();

    assertThat(appearing).isEqualTo(IntStream.rangeClosed(1, appearing.size()).boxed().toList());
    assertThat(sql).doesNotContain("?", ";");
  }

  @Test
  void everyFileIsUsedAndEveryStatementHasAFile() throws IOException {
    var sources = new StringBuilder();
    try (var files = Files.list(Path.of("src/main/java/dev/hatchery/persistence"))) {
      for (var file : files.toList()) {
        sources.append(Files.readString(file));
      }
    }
    for (var file : files()) {
      var name = SQL.relativize(file).toString().replaceAll("(\\.(sqlite|postgresql))?\\.sql$", "");
      assertThat(sources.toString()).contains('"' + name + '"');
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNewestMigrationIsTheOneTheProgramKnows(Migrations migrations) throws IOException {
    try (var files = Files.list(Path.of("src/main/resources", migrations.location()))) {
      var versions =
          files
              .map(
                  file ->
                      Integer.valueOf(
                          file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
              .sorted()
              .toList();
      assertThat(versions).endsWith(Migrations.NEWEST).doesNotHaveDuplicates();
    }
  }

  static List<Path> files() throws IOException {
    try (var files = Files.walk(SQL)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList();
    }
  }
}
