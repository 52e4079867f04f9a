package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.Reading.Bar;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
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
    assertThat(last("for i in tqdm(range(1)): pass", "").state()).isEqualTo(State.FINISHING);
  }

  @Test
  void preparationsAndPassesAreToldFromThePainting() throws Exception {
    RenderReport report =
        last(
            """
            for i in tqdm(range(3), desc='Fetching 3 files'): time.sleep(0.01)
            for i in tqdm(range(4)):
              if i == 2: tqdm.write('note'); print('plain', flush=True)
            """,
            "");
    assertThat(report).isEqualTo(new RenderReport(State.FINISHING, 1, 4, 4, "Finishing…"));
  }

  @Test
  void theOuterOfTwoUnnamedBarsIsThePainting() throws Exception {
    RenderReport report =
        last(
            """
            for i in tqdm(range(4), mininterval=0):
              for j in tqdm(range(4), leave=False, mininterval=0): time.sleep(0.005)
              if i == 2: sys.stdout.flush(); os._exit(0)
            """,
            "");
    assertThat(report.state()).isEqualTo(State.STEPPING);
    assertThat(report.fraction()).isEqualTo(0.5);
  }

  @Test
  void anUnknownTotalIsCounted() throws Exception {
    RenderReport report = last("for i in tqdm(iter(range(5))): time.sleep(0.01)", "");
    assertThat(report).isEqualTo(new RenderReport(State.STEPPING, 0, 5, 0, "Painting, step 5."));
  }

  private RenderReport last(String python, String bar) throws Exception {
    RenderProgress progress =
        new RenderProgress(new BarRules(Optional.of(bar).filter(b -> !b.isEmpty()), 0));
    readings(python).forEach(progress::read);
    return progress.report();
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
                ChildEnvironment.of(System.getenv(), Map.of(), "tqdm:1"),
                directory),
            (bytes, length) -> readings.addAll(reader.read(bytes, length)));
    assertThat(pty.closed().get(30, TimeUnit.SECONDS)).isZero();
    return readings;
  }
}
