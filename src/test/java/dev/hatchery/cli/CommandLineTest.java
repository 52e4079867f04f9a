package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command but {@code hatch}, and what all share. */
class CommandLineTest extends CommandLineFixture {
  @Test
  void runsAndAgentsAreTables() {
    server.run =
        "{\"id\":\"r1\",\"number\":1042,\"kind\":\"hatch\",\"status\":\"running\",\"progress\":12,\"estimated\":true,\"created_at\":\"?\",\"title\":\"A"
            + " dragon\"}";
    assertThat(run("--server", server.address().toString(), "runs")).isZero();
    assertThat(run("agents", "--server", server.address().toString())).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "NO    KIND   STATUS   DONE    STARTED  RUN  WHAT",
            "1042  hatch  running  ≈ 12 %  ?        r1   A dragon",
            "AGENT   NAME      HATCHED  TRAITS",
            "agent1  Mossbert           shy, kind");
  }

  @Test
  void aCommandThatFailedIsListedWithItsExitCode() {
    server.run = "{\"status\":\"failed\",\"result\":{\"exit_code\":3}}";
    assertThat(run("--server", server.address().toString(), "runs")).isZero();
    assertThat(out.toString()).contains("  failed (3)  ");
  }

  @Test
  void tablesAreLinesOfJsonForMachines() {
    assertThat(run("--json", "--server", server.address().toString(), "agents")).isZero();
    assertThat(out.toString()).startsWith("{\"type\":\"agent\",\"id\":\"agent1\",");
  }

  @Test
  void aRunIsCancelledByItsId() {
    assertThat(run("--server", server.address().toString(), "cancel", FakeHatchery.RUN)).isZero();
    assertThat(run("--server", server.address().toString(), "cancel", "other")).isOne();
    assertThat(run("--server", server.address().toString(), "cancel", "../agents")).isOne();
    assertThat(server.requests)
        .containsExactly("DELETE /api/runs/" + FakeHatchery.RUN, "DELETE /api/runs/other");
    assertThat(err.toString()).contains("hatchery: There is no such run.");
  }

  @Test
  void theTokenInTheEnvironmentSaysWhoAsks() {
    assertThat(run("runs", "--server", server.address().toString())).isZero();
    environment = Map.of("HATCHERY_TOKEN", "secret");
    assertThat(run("runs", "--server", server.address().toString())).isZero();
    environment = Map.of("HATCHERY_TOKEN", "a\nb: c");
    assertThat(run("runs", "--server", server.address().toString())).isEqualTo(ExitCode.USAGE);
    assertThat(server.askers).containsExactly("", "Bearer secret");
    assertThat(err.toString())
        .isEqualTo("hatchery: what HATCHERY_TOKEN or its file holds is no token\n");
  }

  @Test
  void whereATokenIsMissingItIsSaidWhereToPutIt() {
    server.refusals.add("401");
    assertThat(run("--server", server.address().toString(), "emit", "progress"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("The command line takes it from HATCHERY_TOKEN or ~/.config");
  }

  @Test
  void theServerInTheEnvironmentIsUsedUnlessAnotherIsNamed() {
    environment = Map.of("HATCHERY_URL", server.address().toString());
    assertThat(run("runs")).isZero();
    assertThat(run("--server", "http://127.0.0.1:1", "runs")).isEqualTo(ExitCode.UNREACHABLE);
    environment = Map.of("HATCHERY_URL", "http://127.0.0.1:1");
    assertThat(run("runs")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(server.requests).containsExactly("GET /api/runs");
  }

  @Test
  void listsNeedAServer() {
    assertThat(run("runs")).isOne();
    assertThat(err.toString())
        .isEqualTo(
            "hatchery: no Hatchery runs on ./data; start one with: hatchery serve, or name one by"
                + " --server\n");
  }

  @Test
  void backupAndRestoreWorkOnTheDataDirectory() {
    assertThat(run("backup", "--data", "d", "f")).isZero();
    assertThat(run("restore", "--data", "d", "f")).isZero();
    assertThat(done).containsExactly("backup d f", "restore d f");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsDoneIsALineOfJsonForMachines() {
    assertThat(run("--json", "backup", "f")).isZero();
    assertThat(run("--json", "restore", "f")).isZero();
    server.answers.put("DELETE /recipes/r2", "");
    assertThat(
            run(
                "--json",
                "--server",
                server.address().toString(),
                "mission",
                "recipes",
                "--delete",
                "r2"))
        .isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"type\":\"backup\",\"file\":\"f\"}",
            "{\"type\":\"restored\",\"file\":\"f\"}",
            "{\"type\":\"forgotten\",\"recipe_id\":\"r2\"}");
  }

  @Test
  void whoMayComeInAfterARestoreIsSaid() {
    readmission = new Readmission(true, List.of("ada", "bob"), 0);
    run("restore", "f");
    readmission = new Readmission(false, List.of("eve"), 1);
    run("restore", "f");
    readmission = new Readmission(false, List.of(), 3);
    run("restore", "f");
    assertThat(err.toString().lines())
        .containsExactly(
            "What was revoked since stays revoked: ada, bob",
            "Tokens of the backup hold again, also what was revoked since: eve",
            "End what should not: hatchery token revoke NAME",
            "A link by which anybody may look at a run holds again.",
            "3 links by which anybody may look at a run hold again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "hatch",
        "serve --port many",
        "--server nowhere hatch x",
        "--server ftp://x runs"
      })
  void wrongUseIsExplained(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isNotEmpty();
  }

  @Test
  void aWrongSettingIsNamed() {
    environment = Map.of("HATCHERY_HTTP_PORT", "70000");
    assertThat(run("serve")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).isEqualTo("hatchery: http.port must be 0 to 65535, was 70000\n");
  }

  @Test
  void theVersionNamesItselfAndItsJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("Hatchery \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\\R");
  }
}
