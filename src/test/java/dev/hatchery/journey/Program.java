package dev.hatchery.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that has run to its end, with nothing to read.
 *
 * @param code how it exited
 * @param said what it printed
 */
record Program(int code, String said) {
  static Program run(List<String> words) {
    try {
      var process =
          new ProcessBuilder(words)
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Program(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The words of our own command line, for this server. */
  static List<String> hatchery(Server server, String... words) {
    var all = new ArrayList<>(Server.java());
    // As the launcher starts what does not stay.
    all.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    all.addAll(List.of("--server", server.uri("").toString()));
    all.addAll(List.of(words));
    return all;
  }
}
