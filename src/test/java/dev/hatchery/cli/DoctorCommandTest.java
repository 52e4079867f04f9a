package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    assertThat(run("doctor")).isEqualTo(ExitCode.SUCCEEDED);
    assertThat(done).isEmpty();
  }

  @Test
  void forMachinesEachPartIsALineOfJson() {
    findings =
        List.of(
            new Checkups.Finding("model", true, "It answers."),
            new Checkups.Finding("renderer", false, "64 × 64"));

    assertThat(run("--json", "doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString().lines())
        .containsExactly(
            """
            {"type":"finding","part":"model","well":true,"sentence":"It answers."}\
            """,
            """
            {"type":"finding","part":"renderer","well":false,"sentence":"64 \\u00D7 64"}\
            """);
  }

  @Test
  void aWholePictureIsPaintedOnlyWhenAskedFor() {
    assertThat(run("doctor", "--paint")).isEqualTo(ExitCode.SUCCEEDED);
    assertThat(done).containsExactly("paint painter");
  }

  @Test
  void settingsThatCannotBeReadAreToldWithTheirKey() {
    environment = Map.of("HATCHERY_RENDER_RENDERER", "mflix");

    assertThat(run("doctor")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("render.renderer is \"mflix\"");
  }
}
