package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.terminal.Capture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The entries of {@code conf/hatchery.json} as they stand there, with programs in place of the real
 * ones that take the same arguments and write the same bytes.
 */
@Timeout(60)
class ReadyRenderersTest {

  private static final Path PROGRAMS = Path.of("src/test/resources/renderers");

  @TempDir Path folder;
  private final Queue<RenderReport> reports = new ConcurrentLinkedQueue<>();
  private final Queue<Picture> previews = new ConcurrentLinkedQueue<>();

  @Test
  void mfluxIsMeasuredByItsStepsAndShownStepByStep() throws Exception {
    assertThat(painted("mflux")).containsExactly(768, 768);

    assertThat(messages())
        .startsWith("Fetching the painter's files; not part of the percentage.")
        .contains("Painting, step 1 of 4.", "Painting, step 2 of 4.", "Painting, step 3 of 4.");
    assertThat(previews).isNotEmpty().allMatch(preview -> preview.width() == 48);
  }

  @Test
  void stableDiffusionCppIsMeasuredByItsStepsAndNotByItsLoading() throws Exception {
    assertThat(painted("sdcpp")).containsExactly(512, 512);

    assertThat(messages()).startsWith("Loading the painter's model; not part of the percentage.");
    assertMeasured(20);
    assertThat(previews).isNotEmpty();
  }

  @Test
  void diffusersIsMeasuredByItsStepsAndNotByItsLoading() throws Exception {
    assertThat(painted("diffusers")).containsExactly(1024, 1024);

    assertThat(messages())
        .startsWith("Fetching the painter's files; not part of the percentage.")
        .contains("Loading pipeline components...; not part of the percentage.");
    assertMeasured(25);
  }

  @Test
  void anArgumentThatTheProgramDoesNotKnowIsItsReason() {
    var render =
        new Render(
            settings(
                "mflux",
                ", \"command\": [\"mflux-generate\", \"--path\", \"/models\", \"{output}\"]"),
            order(),
            reports::add);

    assertThatThrownBy(() -> render.start().get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RenderException.class)
        .hasMessageContaining("The painter crashed (exit code 2).")
        .satisfies(
            failure ->
                assertThat(((RenderException) Objects.requireNonNull(failure.getCause())).lines())
                    .last()
                    .asString()
                    .contains("unrecognized arguments: --path"));
  }

  @Test
  void aDownloadBeforeThePaintingIsNoPartOfIt() {
    var progress = new RenderProgress(settings("mflux", "").bars());
    Capture.HF_DOWNLOAD.whole().forEach(progress::read);
    assertThat(progress.report().fraction()).isZero();

    Capture.SCHNELL_200.whole().forEach(progress::read);
    assertThat(progress.report())
        .isEqualTo(new RenderReport(State.FINISHING, 1, 4, 4, "Finishing…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mflux", "sdcpp"})
  void aMissingProgramIsFoundBeforeAnythingIsPainted(String name) {
    var missing = new TerminalRenderer(settings(name, ", \"env\": {\"PATH\": \"/nowhere\"}"));

    assertThat(missing.check().result().well()).isFalse();
    assertThat(missing.check().result().sentence())
        .startsWith("The painter is not installed: there is no program ")
        .contains(" on the PATH. Write its full path into renderers." + name + ".command,");
  }

  @Test
  void aProgramThatIsThereIsFound() {
    assertThat(new TerminalRenderer(settings("mflux", "")).check().result().sentence())
        .isEqualTo("Its program is " + folder.resolve("bin/mflux-generate") + ".");
  }

  private List<Integer> painted(String name) throws Exception {
    var listener =
        new RenderListener() {
          @Override
          public void report(RenderReport report) {
            reports.add(report);
          }

          @Override
          public void preview(Picture preview) {
            previews.add(preview);
          }
        };
    var picture =
        new Render(settings(name, ""), order(), listener).start().get(30, TimeUnit.SECONDS);
    assertThat(reports).map(RenderReport::fraction).isSorted();
    assertThat(reports).last().extracting(RenderReport::state).isEqualTo(State.FINISHING);
    return List.of(picture.width(), picture.height());
  }

  private void assertMeasured(int steps) {
    assertThat(reports)
        .filteredOn(report -> report.state() == State.STEPPING)
        .filteredOn(report -> report.step() > 0)
        .isNotEmpty()
        .allMatch(report -> report.fraction() == (double) report.step() / steps);
  }

  private List<String> messages() {
    return reports.stream().map(RenderReport::message).toList();
  }

  private RenderOrder order() {
    return new RenderOrder("--help, a fox", -7, "ready:1", folder.resolve("run"));
  }

  private RendererSettings settings(String name, String more) {
    var env =
        "\"env\": {\"PATH\": \"%s:/usr/bin:/bin\", \"PYTHONPATH\": \"%s\"}"
            .formatted(programs(), PROGRAMS.resolve("modules").toAbsolutePath());
    var json =
        "{\"renderers\": {\"%s\": {%s}}}"
            .formatted(name, more.contains("env") ? more.substring(2) : env + more);
    Config config = new ConfigFile().read(written("hatchery.json", json), Map.of(), Map.of());
    return RendererSettings.of(
        name, config.render(), Objects.requireNonNull(config.renderers().get(name)), Map.of());
  }

  private Path written(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // Resources keep no permission to be run.
  private Path programs() {
    var bin = folder.resolve("bin");
    try (Stream<Path> files = Files.list(PROGRAMS.resolve("bin"))) {
      Files.createDirectories(bin);
      for (Path file : files.toList()) {
        var copy = bin.resolve(file.getFileName().toString());
        Files.writeString(copy, Files.readString(file));
        assertThat(copy.toFile().setExecutable(true)).isTrue();
      }
      return bin;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
