package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest extends CommandLineFixture {
  @Test
  void itSaysOfEachPartWhetherItWorksAndFailsWhenOneDoesNot() {
    findings =
        List.of(
            new Checkups.Finding("model", true, "It answers."),
            new Checkups.Finding("renderer", false, "There is no program mflux-generate."));

    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString().lines())
        .containsExactly(
            "model     well   It answers.", "renderer  wrong  There is no program mflux-generate.");
  }

  @Test
  void whenAllIsWellItSucceeds() {
    findings = List.of(new Checkups.Finding("model", true, "It answers."));

    assertThat(run("doctor", "--json")).isEqualTo(ExitCode.SUCCEEDED);
    assertThat(out.toString()).contains("\"well\":true", "It answers.");
  }
}
