package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.cli.screen.VirtualScreen;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code hatch}: what is printed, drawn and saved. */
class HatchCommandTest extends CommandLineFixture {
  private static final Terminal.Size WIDE = new Terminal.Size(80, 24);

  @Test
  void aHatchingInAPipeIsToldInPlainLines() {
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("--stream", "a", "shy", "dragon")).isZero();
    assertThat(out.toString().lines())
        .contains("      0 %  2 ahead of you", "     25 %  Mossbert it is", "    100 %  Saving…")
        .contains("           Mossbert: shy · kind", "He keeps buttons. All of them.")
        .contains("Picture: " + server.address() + "/api/agents/agent1/avatar");
    assertThat(out.toString()).doesNotContain("\u001B", "Thinking");
  }

  @Test
  void withoutStreamOnlyTheCompanionIsPrinted() {
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("a shy dragon")).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            """

            Mossbert (shy, kind)
            He keeps buttons. All of them.

            Picture: %1$s/api/agents/agent1/avatar
            Page:    %1$s/agents/agent1
            """
                .formatted(server.address()));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void inATerminalItIsDrawnInPlace() {
    terminal = WIDE;
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("--stream", "a shy dragon")).isZero();
    var screen =
        new VirtualScreen(WIDE.columns())
            .send(out.toString().replace("\r\n", "\n").replace("\n", "\r\n"));
    assertThat(screen.cursorShown()).isTrue();
    assertThat(screen.text())
        .startsWith("╔" + "═".repeat(70) + "╗")
        .anyMatch(line -> line.startsWith("║ Hatched "))
        .anyMatch(line -> line.contains("100 %"))
        .contains("Page:    " + server.address() + "/agents/agent1");
  }

  @Test
  void aBuildAndADumbTerminalGetPlainLines() {
    terminal = WIDE;
    for (var one : List.of(Map.of("CI", "true"), Map.of("TERM", "dumb"))) {
      environment = one;
      server.streams.add(FakeHatchery.hatching());
      assertThat(hatch("--stream", "a shy dragon")).isZero();
    }
    assertThat(out.toString()).doesNotContain("\u001B");
  }

  @Test
  void noColorLeavesTheDrawingAndTakesTheInks() {
    terminal = WIDE;
    environment = Map.of("NO_COLOR", "1");
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("--stream", "a shy dragon")).isZero();
    assertThat(out.toString()).contains("║").doesNotContainPattern("\u001B\\[[0-9;]*m");
  }

  @Test
  void machinesGetOneEventALine() {
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("--json", "a shy dragon")).isZero();
    assertThat(out.toString().lines())
        .hasSize(6)
        .allMatch(line -> line.matches("\\{\"type\":\"[a-z_]+\",\"id\":\\d,\"data\":\\{.*}}"))
        .last()
        .asString()
        .contains("\"name\":\"Mossbert\"");
  }

  @Test
  void whatAServerSaysCannotReachTheTerminal() {
    terminal = WIDE;
    var evil = "\\u001b]52;c;eA==\\u0007\\u009b2J\\u202e\\u0008";
    server.streams.add(
        FakeHatchery.frame(
            1, "error", "{\"progress\":3,\"message\":\"Oh %s no\"}".formatted(evil)));
    assertThat(hatch("--stream", "a shy dragon")).isEqualTo(ExitCode.FAILED);
    server.streams.add(
        FakeHatchery.frame(
            1, "error", "{\"progress\":3,\"message\":\"Oh %s no\"}".formatted(evil)));
    assertThat(hatch("--json", "a shy dragon")).isEqualTo(ExitCode.FAILED);
    assertThat(out + err.toString())
        .contains("Oh ]52;c;eA==2J no")
        .doesNotContain("\u0007", "\u009B", "\u202E", "\b", "\u001B]");
  }

  @Test
  void aFullHatcheryIsAskedAgainUnderTheSameKey() {
    server.refusals.addAll(List.of("429 0", "503 0"));
    server.streams.add(FakeHatchery.hatching());
    assertThat(hatch("a shy dragon")).isZero();
    assertThat(server.keys).hasSize(3);
    assertThat(server.keys.stream().distinct()).hasSize(1);
    assertThat(err.toString()).contains("No[2J room. Trying again in 0 s.");
  }

  @Test
  void aDescriptionThatIsNotValidIsAMistakeOfUse() {
    server.refusals.add("422");
    assertThat(hatch("x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("hatchery: No[2J room.");
  }

  @Test
  void anEndingThatWasMissedIsReadFromTheRun() {
    server.streams.add("204");
    server.run =
        "{\"id\":\"%s\",\"status\":\"succeeded\",\"progress\":100,\"measured\":100,\"result\":{\"agent\":%s}}"
            .formatted(FakeHatchery.RUN, FakeHatchery.AGENT);
    assertThat(hatch("a shy dragon")).isZero();
    assertThat(out.toString()).contains("Mossbert (shy, kind)");
  }

  @Test
  void thePictureIsWrittenWhole() throws Exception {
    server.streams.add(FakeHatchery.hatching());
    var file = folder.resolve("mossbert.png");
    assertThat(hatch("--out", file.toString(), "a shy dragon")).isZero();
    assertThat(file).hasContent(FakeHatchery.PICTURE);
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void anUnwritableFileIsNamedBeforeAnythingHatches() {
    assertThat(hatch("--out", folder.resolve("no/such.png").toString(), "a dragon"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aNamedServerThatCannotBeReachedHasItsOwnExitCode() {
    assertThat(run("--server", "http://127.0.0.1:1", "hatch", "a dragon"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).startsWith("hatchery: http://127.0.0.1:1 cannot be reached");
  }

  @Test
  void theServerThatHoldsTheDataIsUsed() {
    holder = server.address();
    server.streams.add(FakeHatchery.hatching());
    assertThat(run("hatch", "a shy dragon")).isZero();
    assertThat(done).isEmpty();
  }

  @Test
  void whereNoneRunsOneIsStartedForTheHatchingAndStopped() {
    server.streams.add(FakeHatchery.hatching());
    assertThat(run("hatch", "--data", folder.toString(), "a shy dragon")).isZero();
    assertThat(done).containsExactly("launch 0 " + folder, "close");
    assertThat(out.toString()).contains("start: hatchery serve");
  }
}
