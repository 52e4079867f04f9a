package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import dev.hatchery.terminal.BarProgress.Stage;
import dev.hatchery.terminal.BarProgress.Standing;
import dev.hatchery.terminal.Reading.Bar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The system's own tqdm in a real pseudo-terminal. */
@Needs(SystemPackage.TQDM)
@Timeout(60)
class RealTqdmTest {

  @TempDir Path directory;

  @Test
  void everyStepIsSeenWithItsBar() throws Exception {
    List<Bar> bars = bars("for i in tqdm(range(8), mininterval=0): time.sleep(0.01)");
    assertThat(bars).map(bar -> bar.count().getAsDouble()).contains(0.0, 1.0, 4.0, 7.0, 8.0);
    assertThat(bars).allMatch(bar -> bar.total().getAsDouble() == 8 && bar.percent().isPresent());
  }

  @Test
  void barsForTerminalsOnlyAreSeen() throws Exception {
    assertThat(bars("for i in tqdm(range(3), disable=None): time.sleep(0.01)")).isNotEmpty();
  }

  @Test
  void aSingleStepIsEnough() throws Exception {
    assertThat(last("for i in tqdm(range(1)): pass", "").stage()).isEqualTo(Stage.FULL);
  }

  @Test
  void preparationsAndPassesAreToldFromThePainting() throws Exception {
    Standing last =
        last(
            """
            for i in tqdm(range(3), desc='Fetching 3 files'): time.sleep(0.01)
            for i in tqdm(range(4)):
              if i == 2: tqdm.write('note'); print('plain', flush=True)
            """,
            "");
    assertThat(last.stage()).isEqualTo(Stage.FULL);
    assertThat(List.of(last.step(), last.steps())).containsExactly(4, 4);
  }

  @Test
  void theOuterOfTwoUnnamedBarsIsThePainting() throws Exception {
    Standing last =
        last(
            """
            for i in tqdm(range(4), mininterval=0):
              for j in tqdm(range(4), leave=False, mininterval=0): time.sleep(0.005)
              if i == 2: sys.stdout.flush(); os._exit(0)
            """,
            "");
    assertThat(last.stage()).isEqualTo(Stage.MOVING);
    assertThat(last.fraction()).isEqualTo(0.5);
  }

  @Test
  void anUnknownTotalIsCounted() throws Exception {
    Standing last = last("for i in tqdm(iter(range(5))): time.sleep(0.01)", "");
    assertThat(last.stage()).isEqualTo(Stage.MOVING);
    assertThat(List.of(last.step(), last.steps())).containsExactly(5, 0);
  }

  @Test
  void nothingToDoIsNoFullBar() throws Exception {
    Standing last = last("list(tqdm([]))", "");
    assertThat(last.stage()).isEqualTo(Stage.MOVING);
    assertThat(last.fraction()).isZero();
  }

  private Standing last(String python, String bar) throws Exception {
    BarProgress progress =
        new BarProgress(new BarRules(Optional.of(bar).filter(b -> !b.isEmpty()), 0));
    readings(python).forEach(progress::read);
    return progress.standing();
  }

  private List<Bar> bars(String python) throws Exception {
    return readings(python).stream().filter(Bar.class::isInstance).map(Bar.class::cast).toList();
  }

  private List<Reading> readings(String python) throws Exception {
    List<Reading> readings = new ArrayList<>();
    BarReader reader = new BarReader();
    String script = "import os, sys, time\nfrom tqdm import tqdm\n" + python;
    Pty pty =
        Pty.start(
            new PtyCommand(
                List.of("/usr/bin/python3", "-c", script),
                Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
                directory),
            (bytes, length) -> readings.addAll(reader.read(bytes, length)));
    assertThat(pty.closed().get(30, TimeUnit.SECONDS)).isZero();
    return readings;
  }
}
