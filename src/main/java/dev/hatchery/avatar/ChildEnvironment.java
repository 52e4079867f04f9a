package dev.hatchery.avatar;

import dev.hatchery.terminal.ProcessTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The environment of a renderer: a few variables and what its settings name, nothing inherited. */
final class ChildEnvironment {

  // TQDM_DISABLE=0 disables, too: any of these makes the bar invisible or unreadable.
  private static final Set<String> BLINDING =
      Set.of(
          "TQDM_DISABLE",
          "TQDM_ASCII",
          "TQDM_NCOLS",
          "TQDM_BAR_FORMAT",
          "TQDM_POSITION",
          "HF_HUB_DISABLE_PROGRESS_BARS",
          ProcessTree.MARK);

  private ChildEnvironment() {}

  /** Throws {@link IllegalArgumentException} with a sentence for variables that hide the bars. */
  static void check(Map<String, String> extra) {
    extra.keySet().stream()
        .filter(BLINDING::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "a renderer's env must not set " + name + ": its progress could not be read");
            });
  }

  static Map<String, String> of(Map<String, String> ours, Map<String, String> extra, String mark) {
    Map<String, String> child = new HashMap<>();
    child.put("PATH", ours.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
    child.put("HOME", ours.getOrDefault("HOME", "/"));
    child.put("LANG", "C.UTF-8");
    child.put("LC_ALL", "C.UTF-8");
    child.put("TERM", "xterm-256color");
    child.put("PYTHONUNBUFFERED", "1");
    child.put("PYTHONIOENCODING", "utf-8");
    child.putAll(extra);
    child.put(ProcessTree.MARK, mark);
    return Map.copyOf(child);
  }
}
