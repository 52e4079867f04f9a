package dev.hatchery.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a terminal: keys and the size of its window. */
@Timeout(60)
class PtyInputTest {

  @TempDir Path directory;
  private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

  @Test
  void whatIsTypedReachesTheChild() throws Exception {
    Pty pty = start("read line; echo \"<$line>\"");
    type(pty, "wörter\n");
    assertThat(pty.closed().get(10, TimeUnit.SECONDS)).isZero();
    assertThat(shown()).contains("<wörter>");
  }

  @Test
  void controlCInterruptsTheChild() throws Exception {
    Pty pty = start("trap 'echo caught; exit 9' INT; echo ready; while :; do sleep 0.05; done");
    await().until(() -> shown().contains("ready"));
    type(pty, "\u0003");
    assertThat(pty.closed().get(10, TimeUnit.SECONDS)).isEqualTo(9);
  }

  @Test
  void theEndOfInputEndsAReader() throws Exception {
    Pty pty = start("cat");
    type(pty, "\u0004");
    assertThat(pty.closed().get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void theWindowHasTheSizeAskedFor() throws Exception {
    Pty pty = start("stty size", new Window(90, 30));
    pty.closed().get(10, TimeUnit.SECONDS);
    assertThat(shown()).isEqualTo("30 90\r\n");
  }

  @Test
  void theChildIsToldOfAnotherSize() throws Exception {
    Pty pty = start("trap 'stty size; exit 0' WINCH; echo ready; while :; do sleep 0.05; done");
    await().until(() -> shown().contains("ready"));
    pty.resize(new Window(61, 17));
    assertThat(pty.closed().get(10, TimeUnit.SECONDS)).isZero();
    assertThat(shown()).contains("17 61");
  }

  @Test
  void afterTheEndNothingIsTypedOrResized() throws Exception {
    Pty pty = start("exit 3");
    pty.closed().get(10, TimeUnit.SECONDS);
    type(pty, "nobody reads this\n");
    pty.resize(new Window(10, 10));
    assertThat(pty.closed().get()).isEqualTo(3);
  }

  private Pty start(String script) throws IOException {
    return start(script, Window.WIDE);
  }

  private Pty start(String script, Window window) throws IOException {
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");
    return Pty.start(
        new PtyCommand(List.of("sh", "-c", script), environment, directory, window),
        (bytes, length) -> pieces.add(new String(bytes, 0, length, UTF_8)));
  }

  private String shown() {
    return String.join("", pieces);
  }

  private static void type(Pty pty, String keys) throws IOException {
    byte[] bytes = keys.getBytes(UTF_8);
    pty.write(bytes, bytes.length);
  }
}
