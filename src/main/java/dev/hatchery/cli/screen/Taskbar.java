package dev.hatchery.cli.screen;

import java.util.Map;
import java.util.Set;

/**
 * Progress in the icon or the tab of the terminal's own window (OSC 9;4), sent only where the
 * terminal is known to understand it: others print it.
 */
public final class Taskbar {
  private static final String START = "\u001B]9;4;";
  private static final String END = "\u001B\\";
  private static final Set<String> PROGRAMS = Set.of("ghostty", "WezTerm", "iTerm.app", "rio");
  private static final int VTE_LEAST = 8000;
  private static final int WHOLE = 100;

  private final boolean known;
  private String shown = "";

  /**
   * @param environment that says which terminal it is
   */
  public Taskbar(Map<String, String> environment) {
    known =
        environment.containsKey("WT_SESSION")
            || "ON".equals(environment.get("ConEmuANSI"))
            || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
            || vte(environment.getOrDefault("VTE_VERSION", ""));
  }

  /**
   * What shows this; empty where it is shown already or cannot be.
   *
   * @param percent 0 to 100
   */
  public String show(double percent, boolean failed) {
    return change((failed ? "2;" : "1;") + (int) Math.clamp(percent, 0, WHOLE));
  }

  /** What takes it away again. */
  public String clear() {
    return shown.isEmpty() ? "" : change("0;0");
  }

  private String change(String state) {
    if (!known || state.equals(shown)) {
      return "";
    }
    shown = state;
    return START + state + END;
  }

  private static boolean vte(String version) {
    return version.matches("\\d{4,6}") && Integer.parseInt(version) >= VTE_LEAST;
  }
}
