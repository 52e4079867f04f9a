package dev.hatchery.mission.tool.custom;

import dev.hatchery.terminal.ProcessTree;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of a command: a few variables and what its settings name, and no keys of ours.
 */
final class CommandEnvironment {
  private CommandEnvironment() {}

  /** Throws {@link IllegalArgumentException} with a sentence for a variable that is ours. */
  static Map<String, String> of(Map<String, String> ours, Map<String, String> extra) {
    if (extra.containsKey(ProcessTree.MARK)) {
      throw new IllegalArgumentException("a tool's env must not set " + ProcessTree.MARK);
    }
    var child = new HashMap<String, String>();
    child.put("PATH", ours.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
    child.put("HOME", ours.getOrDefault("HOME", "/"));
    child.put("LANG", "C.UTF-8");
    child.put("LC_ALL", "C.UTF-8");
    child.put("PYTHONUNBUFFERED", "1");
    child.put("PYTHONIOENCODING", "utf-8");
    child.putAll(extra);
    return Map.copyOf(child);
  }
}
