package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code emit}: what is sent, and what is said of the answer. */
class EmitCommandTest extends CommandLineFixture {
  @Test
  void anEventIsSentWithItsDataAndItsPlaceInTheJournalIsPrinted() {
    assertThat(emit("progress", "{\"percent\": 40}", "--run", "nightly build")).isZero();
    assertThat(server.emits)
        .singleElement()
        .asString()
        .startsWith(
            "{\"type\":\"progress\",\"data\":{\"percent\":40},\"run\":\"nightly"
                + " build\",\"event_id\":\"");
    assertThat(out.toString())
        .isEqualTo("Event 4711, 1 of run " + FakeHatchery.RUN + System.lineSeparator());
  }

  @Test
  void aNumberIsTheRunThatPeopleCallSoOrElseANameOfOnesOwn() {
    assertThat(emit("progress", "{}", "--run", FakeHatchery.NUMBER)).isZero();
    assertThat(emit("progress", "{}", "--run", "7")).isZero();
    assertThat(server.emits.get(0)).contains("\"run\":\"" + FakeHatchery.RUN + "\"");
    assertThat(server.emits.get(1)).contains("\"run\":\"7\"");
  }

  @Test
  void machinesGetThePlaceAsJson() {
    assertThat(emit("--json", "task_started")).isZero();
    assertThat(out.toString()).startsWith("{\"type\":\"emitted\",\"id\":4711,\"run_id\":");
    assertThat(server.emits).first().asString().contains("\"data\":{},\"event_id\"");
  }

  @Test
  void dataMayComeFromStandardInput() {
    typed = "{\"task_name\":\"ü\u001b\"}";
    assertThat(emit("task_started", "-")).isEqualTo(ExitCode.USAGE);
    typed = "{\"task_name\":\"ü\"}";
    assertThat(emit("task_started", "-")).isZero();
    assertThat(server.emits).singleElement().asString().contains("\"task_name\":\"\\u00FC\"");
  }

  @Test
  void aReportThatComesTooFastIsSentAgainUnderTheSameEventId() {
    server.refusals.addAll(List.of("429 0", "503 0"));
    assertThat(emit("ac_completed", "{}")).isZero();
    assertThat(server.emits).hasSize(3);
    assertThat(server.emits.stream().distinct()).hasSize(1);
    assertThat(err.toString()).contains("Trying again in 0 s.");
  }

  @Test
  void aTaskThatHasEndedIsAFailureAndWrongDataAMistakeOfUse() {
    server.refusals.add("409 0 already_finished");
    assertThat(emit("ac_completed", "{}")).isEqualTo(ExitCode.FAILED);
    server.refusals.add("422 0 run_required");
    assertThat(emit("ac_completed", "{}")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            hatchery: No[2J room.
            hatchery: No[2J room. Name it with --run.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "7", "{\"a\":1,\"a\":2}", "{} {}", "nonsense"})
  void whatIsNoObjectIsNeverSent(String json) {
    assertThat(emit("progress", json)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("hatchery: The data ");
    assertThat(server.requests).isEmpty();
  }

  private int emit(String... args) {
    var all = new ArrayList<>(List.of("emit"));
    all.addAll(List.of(args));
    all.addAll(List.of("--server", server.address().toString()));
    return run(all.toArray(String[]::new));
  }
}
