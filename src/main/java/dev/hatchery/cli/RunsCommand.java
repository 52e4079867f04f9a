package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}: the newest runs. */
@Command(name = "runs", description = "List the runs, newest first.")
final class RunsCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  RunsCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var runs = servers.ask(settings, Client::runs);
    if (root.json()) {
      runs.forEach(run -> console.say(run.line("run")));
    } else {
      Table.lines(List.of("NO", "KIND", "STATUS", "DONE", "STARTED", "RUN", "WHAT"), rows(runs))
          .forEach(console::say);
    }
    return ExitCode.SUCCEEDED;
  }

  private static String status(Facts run) {
    var code = run.at("result").text("exit_code");
    return run.text("status") + (code.isEmpty() || code.equals("0") ? "" : " (" + code + ")");
  }

  private static List<List<String>> rows(List<Facts> runs) {
    return runs.stream()
        .map(
            run ->
                List.of(
                    run.text("number"),
                    run.text("kind"),
                    status(run),
                    Words.percent(run.number("progress").orElse(0), run.is("estimated")),
                    Words.moment(run.text("created_at")),
                    run.text("name").isEmpty() ? run.text("id") : run.text("name"),
                    run.text("title")))
        .toList();
  }
}
