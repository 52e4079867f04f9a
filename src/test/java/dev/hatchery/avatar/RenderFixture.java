package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.avatar.RenderException.Reason;
import dev.hatchery.terminal.BarRules;
import dev.hatchery.terminal.ProcessTree;
import dev.hatchery.terminal.Processes;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Renders with small scripts in place of painters, each misbehaving in its own way. */
@Timeout(60)
abstract class RenderFixture {
  static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
  static final String BAR = "printf '\\r 50%%|##  | 1/2 [00:01<00:01,  1.00s/it]'; ";
  static final String GOOD = "cp $PICTURE \"$1\"; ";

  @TempDir Path directory;
  final Queue<RenderReport> reports = new ConcurrentLinkedQueue<>();
  final Queue<Picture> previews = new ConcurrentLinkedQueue<>();
  final String mark = "test-" + System.nanoTime() + ":1";
  private Path picture = Path.of("");
  private CompletableFuture<Picture> result = new CompletableFuture<>();

  @BeforeEach
  void picture() throws Exception {
    picture = Pictures.write(directory.resolve("good.png"), Pictures.png(64, 48));
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(directory.resolve("run")).doesNotExist();
    assertThat(Processes.marked(ProcessTree.MARK, mark)).isEmpty();
  }

  void assertCancelled(Render render) throws Exception {
    long before = System.nanoTime();
    render.cancel();
    assertThat(thrown(result).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(Processes.marked(ProcessTree.MARK, mark)).isEmpty();
  }

  void assertFails(String script, Reason reason, String sentence) {
    RenderException failure = failure(script);
    assertThat(failure).hasMessage(sentence);
    assertThat(failure.reason()).isEqualTo(reason);
  }

  RenderException failure(String script) {
    return failure(script, PATIENT);
  }

  RenderException failure(String script, Timeouts timeouts) {
    return thrown(of(script(script), timeouts).start());
  }

  static RenderException thrown(CompletableFuture<Picture> result) {
    try {
      result.get(20, TimeUnit.SECONDS);
      throw new AssertionError("it painted");
    } catch (ExecutionException e) {
      return (RenderException) Objects.requireNonNull(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  CompletableFuture<Picture> render(String script) {
    return of(script(script), PATIENT).start();
  }

  Render started(String script) {
    Render render = of(script(script), PATIENT);
    result = render.start();
    await().until(() -> !reports.isEmpty());
    return render;
  }

  static List<String> script(String script) {
    return List.of("sh", "-c", script, "sh", "{output}", "{previews}");
  }

  Render of(List<String> command, Timeouts timeouts) {
    return of(settings(command, timeouts));
  }

  Render of(RendererSettings settings) {
    return new Render(
        settings,
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

  RenderOrder order() {
    return new RenderOrder("a fox", 7, mark, directory.resolve("run"));
  }

  RendererSettings settings(List<String> command, Timeouts timeouts) {
    return settings(command, timeouts, BarRules.unnamed());
  }

  RendererSettings settings(List<String> command, Timeouts timeouts, BarRules bars) {
    return new RendererSettings(
        "mine",
        RendererTemplate.of(command, Map.of()),
        Map.of("PICTURE", picture.toString()),
        bars,
        timeouts,
        2,
        64,
        48);
  }
}
