package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token revoke}: ends tokens and whatever was made with them. */
@Command(
    name = "revoke",
    description = "End a token, and the sessions, tickets and share links made with it.")
final class TokenRevokeCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(
      paramLabel = "TOKEN",
      description = "Its number in the list, or a user's name for all of theirs.")
  private String which = "";

  private final HatcheryCommand root;
  private final DataFolder folder;
  private final Console console;

  TokenRevokeCommand(HatcheryCommand root, DataFolder folder, Console console) {
    this.root = root;
    this.folder = folder;
    this.console = console;
  }

  @Override
  public Integer call() {
    var tokens = folder.tokens(settings.read(console.environment(), Map.of()));
    var revoked = tokens.revoke(which);
    if (revoked == 0) {
      throw new CommandException("there is no token %s; see: hatchery token list".formatted(which));
    }
    var left = tokens.list().size();
    console.say(
        root.json()
            ? Facts.of(Map.of("revoked", revoked, "left", left)).line("revoked")
            : "Revoked: %d. Left: %d.".formatted(revoked, left));
    if (left == 0) {
      console.warn("No token is left: whoever is on this machine needs none any more.");
    }
    return ExitCode.SUCCEEDED;
  }
}
