package dev.hatchery.llm.claude;

import dev.hatchery.terminal.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The command while it runs, behind pipes. Reads on platform threads of its own, since a read from
 * a process pins the carrier of a virtual one.
 */
final class ClaudeProcess {

  /** Takes the command's output; while it blocks, so does the command. */
  interface Output {
    void bytes(byte[] bytes) throws InterruptedException;

    /** The output is over; {@code complaints} are its last words on the standard error. */
    void over(int exitCode, String complaints);
  }

  /** What it gets of our environment: where its login is, and no keys of ours. */
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "CLAUDE_CONFIG_DIR", "XDG_CONFIG_HOME");

  private static final int COMPLAINTS_MOST = 2_000;
  private static final int BUFFER = 8_192;
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final int LINGER_SECONDS = 2;

  private final Process process;
  private final ProcessTree tree;

  private ClaudeProcess(Process process, String mark) {
    this.process = process;
    this.tree = ProcessTree.of(process.pid(), mark);
  }

  /**
   * Starts the command and gives it its input.
   *
   * @throws IOException when there is no such program
   */
  static ClaudeProcess start(
      List<String> arguments, Map<String, String> ours, String input, Output output)
      throws IOException {
    var builder = new ProcessBuilder(arguments);
    builder.directory(Path.of(System.getProperty("java.io.tmpdir", "/")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(ours));
    var mark = "claude:" + UUID.randomUUID();
    builder.environment().put(ProcessTree.MARK, mark);
    var started = new ClaudeProcess(builder.start(), mark);
    started.thread("claude-input", () -> started.write(input));
    started.thread("claude-output", () -> started.read(output));
    return started;
  }

  static Map<String, String> environment(Map<String, String> ours) {
    var child = new HashMap<String, String>();
    INHERITED.stream()
        .filter(ours::containsKey)
        .forEach(name -> child.put(name, ours.getOrDefault(name, "")));
    child.put("LANG", "C.UTF-8");
    child.put("LC_ALL", "C.UTF-8");
    child.put("TERM", "dumb");
    return child;
  }

  /** Ends it and all that it has started; does not wait. */
  void stop() {
    thread("claude-end", () -> tree.stop(GRACE));
  }

  /** Lets it end by itself, though not for long. */
  void leave() {
    CompletableFuture.delayedExecutor(LINGER_SECONDS, TimeUnit.SECONDS).execute(this::stop);
  }

  private void thread(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name + "-" + process.pid()).start(work);
  }

  private void write(String input) {
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedBefore) {
      // Its output and its exit code say why.
    }
  }

  private void read(Output output) {
    var complaints = new StringBuilder();
    thread("claude-complaints", () -> hear(complaints));
    try (var out = process.getInputStream()) {
      var buffer = new byte[BUFFER];
      for (var length = out.read(buffer); length > 0; length = out.read(buffer)) {
        output.bytes(Arrays.copyOf(buffer, length));
      }
    } catch (IOException endedInBetween) {
      // The same as an end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      var exitCode = exitCode();
      tree.stop(GRACE);
      output.over(exitCode, words(complaints));
    }
  }

  private void hear(StringBuilder complaints) {
    try (InputStream err = process.getErrorStream()) {
      var buffer = new byte[BUFFER];
      for (var length = err.read(buffer); length > 0; length = err.read(buffer)) {
        keep(complaints, new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
    } catch (IOException endedInBetween) {
      // What was heard is kept.
    }
  }

  private static void keep(StringBuilder complaints, String words) {
    synchronized (complaints) {
      complaints.append(words);
      complaints.delete(0, Math.max(0, complaints.length() - COMPLAINTS_MOST));
    }
  }

  private static String words(StringBuilder complaints) {
    synchronized (complaints) {
      return complaints.toString();
    }
  }

  private int exitCode() {
    try {
      return process.waitFor(LINGER_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
