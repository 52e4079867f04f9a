package dev.hatchery.cli;

import dev.hatchery.cli.view.Words;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}: all tokens but not their secrets, which nobody has but their users. */
@Command(name = "list", description = "List the tokens, without their secrets.")
final class TokenListCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  private final HatcheryCommand root;
  private final DataFolder folder;
  private final Console console;

  TokenListCommand(HatcheryCommand root, DataFolder folder, Console console) {
    this.root = root;
    this.folder = folder;
    this.console = console;
  }

  @Override
  public Integer call() {
    var entries = folder.tokens(settings.read(console.environment(), Map.of())).list();
    if (root.json()) {
      entries.forEach(entry -> console.say(TokenCommand.line(TokenCommand.facts(entry))));
    } else {
      Table.lines(List.of("TOKEN", "USER", "MAY", "MADE"), rows(entries)).forEach(console::say);
    }
    return ExitCode.SUCCEEDED;
  }

  private static List<List<String>> rows(List<TokenBook.Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                List.of(
                    Long.toString(entry.number()),
                    entry.user(),
                    entry.readOnly() ? "look" : "look and change",
                    Words.moment(entry.createdAt().toString())))
        .toList();
  }
}
