package dev.hatchery;

import java.io.IOException;
import java.util.List;

/** How the log looks: JSON lines, or plain text on a terminal; to be said before the first line. */
final class Logs {
  /** Commands that draw or print for people keep the log to what went wrong. */
  private static final String SERVING = "serve";

  private Logs() {}

  static void prepare(List<String> arguments) {
    System.setProperty("log.form", terminal() ? "plain" : "json");
    System.setProperty("log.level", serves(arguments) ? "INFO" : "ERROR");
  }

  /** What stands after the dashes is the command line of somebody else. */
  private static boolean serves(List<String> arguments) {
    return arguments.stream()
        .takeWhile(argument -> !argument.equals("--"))
        .anyMatch(SERVING::equals);
  }

  /** The JDK tells on none of our versions whether standard error is a terminal; a child does. */
  private static boolean terminal() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
