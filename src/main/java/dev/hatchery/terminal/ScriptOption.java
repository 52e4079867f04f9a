package dev.hatchery.terminal;

import java.util.regex.Pattern;

/** The options behind which an interpreter expects a script: a stranger's words in it are run. */
public final class ScriptOption {
  private static final Pattern OPTION = Pattern.compile("-[a-z]*[ce]|--(?:eval|exec|command)");

  private ScriptOption() {}

  /** Whether the argument after this one may be a script. */
  public static boolean is(String argument) {
    return OPTION.matcher(argument).matches();
  }
}
