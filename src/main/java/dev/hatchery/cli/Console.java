package dev.hatchery.cli;

import dev.hatchery.cli.screen.AsciiArt;
import dev.hatchery.cli.screen.Input;
import dev.hatchery.cli.screen.SafeText;
import dev.hatchery.cli.screen.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command prints.
 *
 * @param art whether our drawing characters can be shown
 * @param environment the process's
 * @param size asks for the size of the terminal at {@code out}; nothing when that is none
 * @param in what is typed or piped in
 * @param bytes where {@code out} goes, for what is no text of ours
 */
record Console(
    PrintWriter out,
    PrintWriter err,
    boolean art,
    Map<String, String> environment,
    Supplier<Optional<Terminal.Size>> size,
    Input in,
    OutputStream bytes) {

  Console {
    environment = Map.copyOf(environment);
  }

  /** That of this process. */
  static Console ofProcess() {
    return new Console(
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        canDraw(System.out.charset()),
        System.getenv(),
        Terminal::size,
        Input.ofProcess(),
        new FileOutputStream(FileDescriptor.out));
  }

  /** Prints one line of plain characters. */
  void say(String line) {
    out.println(drawn(SafeText.of(line)));
    out.flush();
  }

  /** Prints one line of plain characters where errors go. */
  void warn(String line) {
    err.println(drawn(SafeText.of(line)));
    err.flush();
  }

  /** Sends exactly this. */
  void send(String text) {
    if (!text.isEmpty()) {
      out.print(drawn(text));
      out.flush();
    }
  }

  /** Whether colours are wanted. */
  boolean colour() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** The terminal to draw in, or nothing where lines are better: in a pipe, a log, a build. */
  Optional<Terminal.Size> canvas() {
    return environment.getOrDefault("CI", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb")
        ? size.get()
        : Optional.empty();
  }

  private String drawn(String text) {
    return art ? text : AsciiArt.of(text);
  }

  private static boolean canDraw(Charset charset) {
    return charset.newEncoder().canEncode("║█▒≈✅⏳○✗");
  }
}
