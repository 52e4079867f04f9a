package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built launcher, and what a rehearsal leaves for it. */
@Timeout(180)
class LauncherIT {
  /** The first whose JVM keeps what it learned. */
  private static final int KEEPS = 25;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void install() throws IOException {
    var launcher = Path.of(System.getProperty("hatchery.launcher", "target/hatchery"));
    Files.copy(launcher, folder.resolve("hatchery"));
    Files.copy(launcher.resolveSibling("hatchery.jar"), folder.resolve("hatchery.jar"));
  }

  @Test
  void aServerStartsWithWhatARehearsalLeft() throws Exception {
    assumeTrue(Runtime.version().feature() >= KEEPS);
    var rehearsal = Program.run(words("rehearse", "--watchers", "3", "--act", "1"));
    assertThat(rehearsal.code()).isZero();
    assertThat(folder.resolve("hatchery.aot")).isNotEmptyFile();
    assertThat(folder.toFile().list()).hasSize(3);

    assertThat(serving()).startsWith("Hatchery is ready at ");
  }

  @Test
  void aServerStartsAsEverWithWhatIsNoneOfThat() throws Exception {
    Files.writeString(folder.resolve("hatchery.aot"), "This is something else.");

    assertThat(serving()).startsWith("Hatchery is ready at ");
  }

  /** The first line that a server says, whether as it should or as a complaint. */
  private String serving() throws Exception {
    var data = folder.resolve("data").toString();
    var process =
        new ProcessBuilder(words("serve", "--port", "0", "--data", data))
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    try (var out = process.inputReader()) {
      var first = out.readLine();
      assertThat(folder.resolve("server.log")).content().doesNotContain("AOT", "archive");
      return first == null ? "" : first;
    } finally {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private List<String> words(String... words) {
    return Stream.concat(Stream.of("sh", folder.resolve("hatchery").toString()), Stream.of(words))
        .toList();
  }
}
