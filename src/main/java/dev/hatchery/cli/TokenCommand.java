package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code token}: who may use this Hatchery; works on the database, whether it runs or not. */
@Command(
    name = "token",
    description = "Say who may use this Hatchery; one that runs sees it within 5 s.")
final class TokenCommand {
  private TokenCommand() {}

  /** The command with what can be done with it. */
  static CommandLine line(HatcheryCommand root, DataFolder folder, Console console) {
    return new CommandLine(new TokenCommand())
        .addSubcommand(new TokenCreateCommand(root, folder, console))
        .addSubcommand(new TokenListCommand(root, folder, console))
        .addSubcommand(new TokenRevokeCommand(root, folder, console));
  }

  /** A token as machines read it. */
  static Map<String, Object> facts(TokenBook.Entry entry) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("number", entry.number());
    facts.put("user", entry.user());
    facts.put("read_only", entry.readOnly());
    facts.put("created_at", entry.createdAt().toString());
    return facts;
  }

  /** The same as a line. */
  static String line(Map<String, Object> facts) {
    return Facts.of(facts).line("token");
  }
}
