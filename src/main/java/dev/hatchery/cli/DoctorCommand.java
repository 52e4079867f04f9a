package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.json.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: whether the configured model and renderer work, and if not, why. */
@Command(
    name = "doctor",
    description = "Check the configured model and renderer for real and say what is wrong.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

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
    var findings = checkups.of(settings.read(console.environment(), Map.of()));
    findings.forEach(finding -> console.say(line(finding)));
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
