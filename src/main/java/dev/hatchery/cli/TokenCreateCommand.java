package dev.hatchery.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token create}: a new token, shown this once. */
@Command(name = "create", description = "Make a token for a user, and show it once.")
final class TokenCreateCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "NAME", description = "The user, who may have several tokens.")
  private String user = "";

  @Option(names = "--read-only", description = "It may look at everything and change nothing.")
  private boolean readOnly;

  private final HatcheryCommand root;
  private final DataFolder folder;
  private final Console console;

  TokenCreateCommand(HatcheryCommand root, DataFolder folder, Console console) {
    this.root = root;
    this.folder = folder;
    this.console = console;
  }

  @Override
  public Integer call() {
    var tokens = folder.tokens(settings.read(console.environment(), Map.of()));
    var first = tokens.list().isEmpty();
    var made = tokens.create(user, readOnly);
    if (root.json()) {
      var facts = TokenCommand.facts(made.entry());
      facts.put("token", made.secret());
      console.say(TokenCommand.line(facts));
    } else {
      show(made, first);
    }
    return ExitCode.SUCCEEDED;
  }

  /** The secret alone goes where it can be piped on; what is said about it goes beside. */
  private void show(TokenBook.Made made, boolean first) {
    console.warn(
        "Token %d of %s; keep it now, it is not shown again:"
            .formatted(made.entry().number(), made.entry().user()));
    console.say(made.secret());
    if (first) {
      console.warn(
          "From now on every request needs a token. What was made without one belongs to the user"
              + " \"local\": hatchery token create local");
    }
  }
}
