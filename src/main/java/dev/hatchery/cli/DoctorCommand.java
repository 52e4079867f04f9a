package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: whether the configured model, renderer and tools work, and if not, why. */
@Command(
    name = "doctor",
    description = {
      "Check the configured model, renderer, tools and database for real and say what is wrong.",
      "The model is asked for one token, the embedded painter for a small picture; of another"
          + " renderer only whether it is there, since a picture may take long or cost money."
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Option(
      names = "--paint",
      description =
          "Have any renderer paint one picture as it is configured, however long it takes.")
  private boolean paint;

  private final HatcheryCommand root;
  private final Checkups checkups;
  private final Console console;

  DoctorCommand(HatcheryCommand root, Checkups checkups, Console console) {
    this.root = root;
    this.checkups = checkups;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Checkups.Finding> findings = new ArrayList<>();
    checkups.examine(
        settings.read(console.environment(), Map.of()),
        paint,
        finding -> {
          findings.add(finding);
          console.say(line(finding));
        });
    return findings.stream().allMatch(Checkups.Finding::well)
        ? ExitCode.SUCCEEDED
        : ExitCode.FAILED;
  }

  private String line(Checkups.Finding finding) {
    return root.json()
        ? Facts.of(Json.wire().valueToTree(finding).toString()).line("finding")
        : "%-8s  %-5s  %s"
            .formatted(finding.part(), finding.well() ? "well" : "wrong", finding.sentence());
  }
}
