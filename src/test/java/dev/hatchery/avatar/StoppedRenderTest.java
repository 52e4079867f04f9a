package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Processes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Painters that must be stopped, and all that they started with them. */
class StoppedRenderTest extends RenderFixture {
  @Test
  void aPainterThatGoesSilentIsStopped() {
    RenderException failure =
        failure(
            BAR + "sleep 50",
            new Timeouts(Duration.ofMinutes(1), Duration.ofMillis(500), Duration.ofMinutes(1)));
    assertThat(failure.reason()).isEqualTo(Reason.SILENT);
    assertThat(failure).hasMessage("The painter went silent for 0.5 s and was stopped.");
  }

  @Test
  void aPainterThatNeverEndsIsStopped() {
    RenderException failure =
        failure(
            "while :; do echo still here; sleep 0.05; done",
            new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(1)));
    assertThat(failure).hasMessage("The painter took more than 1 s and was stopped.");
  }

  @Test
  void aPainterThatIgnoresBeingAskedIsKilled() throws Exception {
    Render render = started("trap '' TERM HUP INT; " + BAR + "while :; do sleep 1; done");
    assertCancelled(render);
  }

  @Test
  void aPainterThatEndsWellWithItsPictureWhenStoppedIsCancelledAllTheSame() throws Exception {
    Render render =
        started(
            "trap 'cp $PICTURE \"'$1'\"; exit 0' TERM; " + BAR + "while :; do sleep 0.02; done");
    assertCancelled(render);
  }

  @Test
  void aPainterThatStoppedItselfIsKilled() throws Exception {
    Render render = started(BAR + "kill -STOP $$; sleep 50");
    assertCancelled(render);
  }

  @Test
  void grandchildrenThatLeftTheSessionAreKilled() throws Exception {
    Render render =
        started(
            "setsid sh -c 'trap \"\" TERM HUP; sleep 50' & setsid -f sleep 50; " + BAR + "wait");
    assertCancelled(render);
  }

  @Test
  void grandchildrenDoNotOutliveAGoodEnd() throws Exception {
    render("setsid -f sleep 50; (trap '' HUP; sleep 50) & " + GOOD).get(20, TimeUnit.SECONDS);
    assertThat(Processes.marked(ProcessTree.MARK, mark)).isEmpty();
  }

  @Test
  void aRenderCancelledBeforeItsStartNeverPaints() {
    Render render = of(List.of("sh", "-c", "sleep 50", "sh", "{output}"), PATIENT);
    render.cancel();
    assertThat(thrown(render.start()).reason()).isEqualTo(Reason.CANCELLED);
  }
}
