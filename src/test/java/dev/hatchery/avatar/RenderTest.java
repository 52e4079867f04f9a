package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.avatar.RenderReport.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Renders with small scripts in place of painters, each misbehaving in its own way. */
@Timeout(60)
class RenderTest {

  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
  private static final String BAR = "printf '\\r 50%%|##  | 1/2 [00:01<00:01,  1.00s/it]'; ";
  private static final String GOOD = "cp $PICTURE \"$1\"; ";

  @TempDir Path directory;
  private final Queue<RenderReport> reports = new ConcurrentLinkedQueue<>();
  private final Queue<Picture> previews = new ConcurrentLinkedQueue<>();
  private final String mark = "test-" + System.nanoTime() + ":1";
  private Path picture = Path.of("");

  @BeforeEach
  void picture() throws Exception {
    picture = Pictures.write(directory.resolve("good.png"), Pictures.png(64, 48));
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(directory.resolve("run")).doesNotExist();
    assertThat(Processes.marked(ChildEnvironment.MARK, mark)).isEmpty();
  }

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
  void aPictureWithExitOneIsNoSuccess() {
    assertFails(GOOD + "exit 1", Reason.CRASHED, "The painter crashed (exit code 1).");
  }

  @Test
  void aKilledPainterMayHaveLackedMemory() {
    assertFails("kill -9 $$", Reason.KILLED, "The painter was killed (memory?).");
    assertFails("kill -11 $$", Reason.CRASHED, "The painter crashed (signal 11).");
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
    assertThat(Processes.marked(ChildEnvironment.MARK, mark)).isEmpty();
  }

  @Test
  void aRenderCancelledBeforeItsStartNeverPaints() {
    Render render = of(List.of("sh", "-c", "sleep 50", "sh", "{output}"), PATIENT);
    render.cancel();
    assertThat(thrown(render.start()).reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void aMissingPainterIsNamed() {
    Render render = of(List.of("no-such-painter", "{output}"), PATIENT);
    assertThat(thrown(render.start()))
        .hasMessage(
            "The painter is not installed: there is no program no-such-painter on the PATH.")
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

  private void assertCancelled(Render render) throws Exception {
    long before = System.nanoTime();
    render.cancel();
    assertThat(thrown(result).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(Processes.marked(ChildEnvironment.MARK, mark)).isEmpty();
  }

  private void assertFails(String script, Reason reason, String sentence) {
    RenderException failure = failure(script);
    assertThat(failure).hasMessage(sentence);
    assertThat(failure.reason()).isEqualTo(reason);
  }

  private RenderException failure(String script) {
    return failure(script, PATIENT);
  }

  private RenderException failure(String script, Timeouts timeouts) {
    return thrown(of(script(script), timeouts).start());
  }

  private static RenderException thrown(CompletableFuture<Picture> result) {
    try {
      result.get(20, TimeUnit.SECONDS);
      throw new AssertionError("it painted");
    } catch (ExecutionException e) {
      return (RenderException) Objects.requireNonNull(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private CompletableFuture<Picture> result = new CompletableFuture<>();

  private CompletableFuture<Picture> render(String script) {
    return of(script(script), PATIENT).start();
  }

  private Render started(String script) {
    Render render = of(script(script), PATIENT);
    result = render.start();
    await().until(() -> !reports.isEmpty());
    return render;
  }

  private static List<String> script(String script) {
    return List.of("sh", "-c", script, "sh", "{output}", "{previews}");
  }

  private Render of(List<String> command, Timeouts timeouts) {
    return new Render(
        settings(command, timeouts),
        order(),
        new RenderListener() {
          @Override
          public void report(RenderReport report) {
            reports.add(report);
          }

          @Override
          public void preview(Picture preview) {
            previews.add(preview);
          }
        });
  }

  private RenderOrder order() {
    return new RenderOrder("a fox", 7, mark, directory.resolve("run"));
  }

  private RendererSettings settings(List<String> command, Timeouts timeouts) {
    return new RendererSettings(
        RendererTemplate.of(command, Map.of()),
        Map.of("PICTURE", picture.toString()),
        BarRules.unnamed(),
        timeouts,
        2,
        64,
        48);
  }
}
