package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page's own tests, in {@code src/test/webroot}: its models are pure and need no browser. */
class PageModelsTest {
  private static final Path TESTS = Path.of("src/test/webroot");

  @Test
  @Needs(SystemPackage.NODE)
  void thePagesModelsPassTheirOwnTests() throws Exception {
    var command = new ArrayList<>(List.of("node", "--test", "--test-reporter=tap"));
    command.addAll(testFiles());

    var node = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(node.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("# pass [1-9]").contains("# fail 0");
  }

  private static List<String> testFiles() throws IOException {
    try (var files = Files.list(TESTS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".test.mjs")).toList();
    }
  }
}
