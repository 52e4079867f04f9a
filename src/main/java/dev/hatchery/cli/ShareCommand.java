package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code share}: a link by which anybody may look at one run. */
@Command(name = "share", description = "Make a link by which anybody may look at one run.")
final class ShareCommand implements Callable<Integer> {
  private static final Pattern LIFE = Pattern.compile("(\\d{1,8})([smhd])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "RUN", description = "Its id, its number or your name for it.")
  private String run = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long it works, such as 30m, 12h or 7d; 7d by default.")
  private String life = "7d";

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  ShareCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var seconds = seconds();
    var made =
        servers.ask(
            settings,
            client -> {
              var share = client.share(run, seconds);
              var facts = new LinkedHashMap<String, Object>();
              facts.put("url", client.address(share.text("url")).toString());
              facts.put("expires_at", share.text("expires_at"));
              return Facts.of(facts);
            });
    console.say(root.json() ? made.line("share") : made.text("url"));
    return ExitCode.SUCCEEDED;
  }

  private long seconds() {
    var form = LIFE.matcher(life);
    if (!form.matches()) {
      throw new CommandException(
          "--for must be a time such as 30m, 12h or 7d, was " + life, ExitCode.USAGE);
    }
    return Long.parseLong(form.group(1))
        * Objects.requireNonNull(UNITS.get(form.group(2))).toSeconds();
  }
}
