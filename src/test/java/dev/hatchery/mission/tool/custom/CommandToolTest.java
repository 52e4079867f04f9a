package dev.hatchery.mission.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Calls;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.ToolListener;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.RunId;
import dev.hatchery.terminal.ProcessTree;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommandToolTest {
  private static final ToolListener DEAF = (fraction, message) -> {};

  @TempDir Path runs;

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Void> stopped = Promise.promise();

  @AfterEach
  void close() throws IOException {
    vertx.close().await();
    try (var left = Files.list(runs)) {
      assertThat(left.filter(Files::isDirectory)).as("folders of runs").isEmpty();
    }
  }

  @Test
  void anObjectiveStaysOneArgumentWhateverItSays() {
    var hostile = "a 'b' \"c\" $(touch x) `touch y`; rm -rf / {output} | cat\n&";

    var answer = use(hostile, "printf", "[%s]", "{objective}");

    assertThat(answer.content()).isEqualTo(new Words("[" + hostile + "]"));
  }

  @Test
  void anObjectiveThatBeginsWithADashIsNoOption() {
    assertThat(use("--version", "printf", "[%s]", "{objective}").content())
        .isEqualTo(new Words("[ --version]"));
    assertThat(use("-x", "printf", "[%s]", "--about={objective}").content())
        .isEqualTo(new Words("[--about=-x]"));
  }

  @Test
  void jsonThatSaysItsKindIsThatKind() {
    var json = "{\"kind\":\"equation\",\"content\":{\"expression\":\"1 + 1\",\"result\":\"2\"}}";

    assertThat(use("x", "printf", "%s", json).content()).isEqualTo(new Equation("1 + 1", "2"));
  }

  @Test
  void theAnswerMayStandInAFile() {
    assertThat(use("x", "sh", "-c", "echo chatter; echo done > \"$1\"", "sh", "{output}").content())
        .isEqualTo(new Words("done\n"));
    assertThatThrownBy(() -> use("x", "true", "{output}"))
        .hasMessage("The command wrote no answer");
    assertThatThrownBy(() -> use("x", "ln", "-s", "/etc/passwd", "{output}"))
        .hasMessage("The command wrote no answer");
  }

  @Test
  void barsOnItsStandardErrorAreItsProgress() {
    var fractions = new CopyOnWriteArrayList<Double>();
    var bars =
        "for i in 1 2 3 4; do printf '\\r%d%%|##  | %d/4 [00:01<00:01, 1.00it/s]' $((i*25)) $i >&2;"
            + " done; echo ok";

    use(Calls.of("x", stopped.future(), (f, words) -> fractions.add(f)), "sh", "-c", bars);

    assertThat(fractions).isSorted().contains(0.25, 0.5, 0.75);
  }

  @Test
  void aCommandThatFailsSaysItsLastWords() {
    assertThatThrownBy(
            () -> use("x", "sh", "-c", "echo first >&2; echo 'no \u001b[31mfuel' >&2; exit 3"))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith("The command ended with code 3");
    assertThatThrownBy(() -> use("x", "true")).hasMessage("mine answered nothing");
  }

  @Test
  void aCommandThatTakesTooLongIsEndedWithAllThatItStarted() {
    assertThatThrownBy(() -> use("x", "sh", "-c", "sleep 1234567 & sleep 1234567"))
        .hasMessage("The command took longer than 1 s");
    Awaitility.await().until(() -> !runs("sleep 1234567"));
  }

  @Test
  @Timeout(10)
  void whatACommandLeavesBehindIsEndedAndKeepsNobodyWaiting() {
    assertThat(use("x", "sh", "-c", "setsid sleep 3141592 & echo ok; sleep 0.3").content())
        .isEqualTo(new Words("ok\n"));
    assertThat(runs("sleep 3141592")).isFalse();
  }

  @Test
  void whatACommandHasLockedSpoilsNoAnswerAndIsDeleted() {
    assertThat(use("x", "sh", "-c", "mkdir -p a/b; chmod 0 a/b a .; echo ok").content())
        .isEqualTo(new Words("ok\n"));
  }

  @Test
  void twoUsesForOneRunHaveNothingInCommon() throws IOException {
    var run = RunId.random();
    var first = RunFolder.create(runs, run);
    var second = RunFolder.create(runs, run);
    first.delete();

    assertThat(second.work()).isDirectory();
    second.delete();
  }

  @Test
  void whoStopsItEndsItsProcesses() {
    var call =
        Calls.of(
            "x",
            stopped.future(),
            (fraction, words) -> stopped.tryFail(new CancellationException("stopped")));
    var bar = "printf '50%%|##  | 2/4 [00:01<00:01, 1.00it/s]\\n' >&2; setsid sleep 7654321";

    assertThatThrownBy(() -> use(call, "sh", "-c", bar)).isInstanceOf(CancellationException.class);
    Awaitility.await().until(() -> !runs("sleep 7654321"));
  }

  @Test
  void aFloodIsCutOff() {
    assertThatThrownBy(() -> use("x", "yes")).hasMessage("The answer is larger than 2 MiB");
  }

  @Test
  void itGetsNoKeysOfOurs() {
    var said = (Words) use("x", "env").content();

    assertThat(said.text()).contains("LANG=C.UTF-8", ProcessTree.MARK).doesNotContain("SECRET");
  }

  @Test
  void aProgramThatIsNotInstalledIsSaid() {
    assertThat(tool("no-such-program").lacks())
        .isEqualTo(
            "mine needs a program that is not installed:"
                + " there is no program no-such-program on the PATH.");
    assertThat(tool("printf").lacks()).isNull();
  }

  @Test
  void aCommandThatCanNeverWorkIsRefused() {
    assertThatThrownBy(() -> tool("{objective}")).hasMessageContaining("must not be taken from");
    assertThatThrownBy(() -> tool("sh", "-c", "echo {objective}"))
        .hasMessageContaining("within a script");
    assertThatThrownBy(() -> tool("python3", "-c", "print('{scope}')"))
        .hasMessageContaining("within a script");
    assertThatThrownBy(() -> tool("echo", "{prompt}")).hasMessageContaining("{prompt}");
  }

  private Answer use(String objective, String... command) {
    return use(Calls.of(objective, stopped.future(), DEAF), command);
  }

  private Answer use(Call call, String... command) {
    return tool(command).use(call);
  }

  private Tool tool(String... command) {
    var environment = Map.of("PATH", "/usr/bin:/bin", "ANTHROPIC_API_KEY", "SECRET");
    return new UserTools(vertx, environment, runs).tool("mine", Entries.command(command));
  }

  private static boolean runs(String words) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(words));
  }
}
