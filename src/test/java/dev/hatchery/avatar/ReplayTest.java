package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.terminal.BarProgress.Stage;
import dev.hatchery.terminal.Capture;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of real programs, said again in a real terminal to a whole render. */
class ReplayTest extends RenderFixture {

  private static final Path PROGRAM = Path.of("src/test/resources/renderers/replay.py");
  private static final Path CAPTURES = Path.of("src/test/resources/captures/tqdm");

  @ParameterizedTest
  @EnumSource
  void everyCaptureIsMeasuredAndNeverFalls(Capture capture) throws Exception {
    replay(capture);

    assertThat(reports)
        .map(RenderReport::fraction)
        .isSorted()
        .allMatch(fraction -> fraction >= 0 && fraction <= 1);
    if (capture.stage == Stage.PREPARING) {
      assertThat(reports).allMatch(report -> report.state() == State.PREPARING);
    } else {
      assertThat(reports).last().satisfies(last -> assertEnds(last, capture));
    }
  }

  private void replay(Capture capture) throws Exception {
    var command =
        List.of(
            "/usr/bin/python3",
            PROGRAM.toAbsolutePath().toString(),
            CAPTURES.resolve(capture.file).toAbsolutePath().toString(),
            "{output}");
    var picture = of(settings(command, PATIENT, capture.rules())).start().get(20, TimeUnit.SECONDS);
    assertThat(picture.width()).isEqualTo(64);
  }

  private static void assertEnds(RenderReport last, Capture capture) {
    assertThat(last.state())
        .isEqualTo(capture.stage == Stage.FULL ? State.FINISHING : State.STEPPING);
    assertThat(last.fraction()).isEqualTo(capture.fraction);
    assertThat(List.of(last.step(), last.steps())).containsExactly(capture.step, capture.steps);
  }
}
