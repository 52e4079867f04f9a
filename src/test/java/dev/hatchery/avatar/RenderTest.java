package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.RenderReport.State;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What comes of a painter that ends by itself, well or not, and what is seen meanwhile. */
class RenderTest extends RenderFixture {

  @Test
  void aPictureAndExitZeroIsSuccess() throws Exception {
    Picture painted = render(BAR + GOOD).get(20, TimeUnit.SECONDS);
    assertThat(List.of(painted.width(), painted.height())).containsExactly(64, 48);
    assertThat(reports)
        .contains(new RenderReport(State.STEPPING, 0.5, 1, 2, "Painting, step 1 of 2."));
  }

  @Test
  void exitZeroWithoutAFileIsNoPicture() {
    assertFails("true", Reason.NO_PICTURE, "The painter ended without a picture.");
  }

  @Test
  void aPictureThatWasThereBeforeIsNotTakenForANewOne() throws Exception {
    var work = Files.createDirectories(directory.resolve("run/work"));
    Pictures.write(work.resolve("picture.png"), Pictures.png(64, 48));
    assertFails("true", Reason.NO_PICTURE, "The painter ended without a picture.");
  }

  @Test
  void aPictureWithExitOneIsNoSuccess() {
    assertFails(GOOD + "exit 1", Reason.CRASHED, "The painter crashed (exit code 1).");
  }

  @Test
  void aKilledPainterMayHaveLackedMemory() {
    assertFails("kill -9 $$", Reason.KILLED, "The painter was killed (memory?).");
    assertFails("kill -11 $$", Reason.CRASHED, "The painter crashed (signal 11).");
  }

  @Test
  void anExitCodeThatIsNoSignalIsToldAsItIs() {
    assertFails("exit 255", Reason.CRASHED, "The painter crashed (exit code 255).");
  }

  @Test
  void aTruncatedPictureIsRefused() {
    assertFails(
        "head -c 100 $PICTURE > \"$1\"",
        Reason.BAD_PICTURE,
        "The painter wrote a truncated picture.");
  }

  @Test
  void whatIsNotAPlainFileIsNotOpened() {
    String sentence = "The painter left something that is not a plain file instead of a picture.";
    assertFails("ln -s $PICTURE \"$1\"", Reason.BAD_PICTURE, sentence);
    assertFails("mkfifo \"$1\"", Reason.BAD_PICTURE, sentence);
    assertFails("mkdir \"$1\"", Reason.BAD_PICTURE, sentence);
  }

  @Test
  void theLastWordsAreTheReason() {
    assertThat(failure(BAR + "echo Traceback; echo RuntimeError: no; exit 1").lines())
        .containsExactly("Traceback", "RuntimeError: no");
  }

  @Test
  void aMissingPainterIsNamed() {
    Render render = of(List.of("no-such-painter", "{output}"), PATIENT);
    assertThat(thrown(render.start()))
        .hasMessage(
            "The painter is not installed: there is no program no-such-painter on the PATH. Write"
                + " its full path into renderers.mine.command, or choose another by"
                + " render.renderer.")
        .extracting(RenderException::reason)
        .isEqualTo(Reason.MISSING);
  }

  @Test
  void aFloodOfBarsGivesFewReports() throws Exception {
    render(
            "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); "
                + "printf '\\r  1%%|#   | %d/20000 [00:01<00:01,  1.00s/it]' $i; done; "
                + GOOD)
        .get(20, TimeUnit.SECONDS);
    assertThat(reports).hasSizeLessThan(500);
    assertThat(reports).last().extracting(RenderReport::state).isEqualTo(State.FINISHING);
    assertThat(reports).map(RenderReport::fraction).isSorted();
  }

  @Test
  void aBarCutOffByTheTerminalsEdgeIsSeenWhileItStands() throws Exception {
    Render render = started("printf '\\r 25%%|## | 1/'; sleep 50");
    await().until(() -> reports.stream().anyMatch(report -> report.fraction() == 0.25));
    assertCancelled(render);
  }

  @Test
  void previewsAreShownAsTheyAppear() throws Exception {
    Render render = started(BAR + "head -c 50 $PICTURE > $2/a.png; cp $PICTURE $2/b.png; sleep 50");
    await().until(() -> !previews.isEmpty());
    assertThat(previews.element().width()).isEqualTo(64);
    // The step that would tell of it may be long in coming.
    await().until(() -> reports.stream().filter(r -> r.fraction() == 0.5).count() > 1);
    assertCancelled(render);
  }

  @Test
  void aFailingListenerFailsNothing() throws Exception {
    Render render =
        new Render(
            settings(script(BAR + GOOD), PATIENT),
            order(),
            report -> {
              throw new IllegalStateException("deaf");
            });
    assertThat(render.start().get(20, TimeUnit.SECONDS).width()).isEqualTo(64);
  }

  @Test
  void whoReadsTheDirectoryMeanwhileIsKeptOut() throws Exception {
    Render render = started(BAR + "sleep 50");
    assertThat(Files.getPosixFilePermissions(directory.resolve("run"))).hasSize(3);
    assertCancelled(render);
  }
}
