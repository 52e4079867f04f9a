package dev.hatchery.llm.claude;

import dev.hatchery.config.Providers;
import java.util.ArrayList;
import java.util.List;

/** How the command is called: no tools, no settings of this machine, one turn, nothing to ask. */
final class ClaudeArguments {
  private static final List<String> ALWAYS =
      List.of(
          "-p",
          "--output-format",
          "stream-json",
          "--verbose",
          "--include-partial-messages",
          "--max-turns",
          "1",
          "--tools",
          "",
          "--setting-sources=",
          "--strict-mcp-config");

  private ClaudeArguments() {}

  /** The user's words are not among them: they go to the standard input. */
  static List<String> of(Providers.Claude settings) {
    var arguments = new ArrayList<String>();
    arguments.add(settings.command());
    arguments.addAll(ALWAYS);
    if (!settings.model().isEmpty()) {
      arguments.addAll(List.of("--model", settings.model()));
    }
    return List.copyOf(arguments);
  }
}
