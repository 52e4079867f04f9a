package dev.hatchery.avatar.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.avatar.Renderer;
import dev.hatchery.avatar.TerminalRenderer;
import dev.hatchery.avatar.http.HttpRenderer;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.config.RendererEntry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RenderersTest {

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void everyReadyEntryCanBeMade() {
    var config = config(Map.of());

    assertThat(config.renderers().keySet())
        .containsExactlyInAnyOrder(
            "painter", "mflux", "sdcpp", "diffusers", "a1111", "comfyui", "openai");
    assertThat(List.of("painter", "mflux", "sdcpp", "diffusers"))
        .map(name -> renderer(config, name))
        .hasOnlyElementsOfType(TerminalRenderer.class);
    assertThat(List.of("a1111", "comfyui", "openai"))
        .map(name -> renderer(config, name))
        .hasOnlyElementsOfType(HttpRenderer.class);
  }

  @Test
  void theVendorsVariableOpensTheVendorsServerOnly() {
    var key = Map.of("OPENAI_API_KEY", "sk-1");
    assertThat(entry(config(key), "openai").apiKey().reveal()).isEqualTo("sk-1");
    assertThat(entry(config(key), "a1111").apiKey().present()).isFalse();

    var elsewhere =
        Map.of("OPENAI_API_KEY", "sk-1", "HATCHERY_RENDERERS_OPENAI_URL", "http://x/v1");
    assertThat(entry(config(elsewhere), "openai").apiKey().present()).isFalse();
  }

  @Test
  void aTrialPaintsForReal() throws InterruptedException {
    var config = config(Map.of());
    var entry = entry(config, "painter").trial(1, 64);
    var painter =
        Renderers.of("painter", config.render(), entry, Map.of("pace", "0ms")).apply(vertx);

    var checkup =
        new RendererTrial(painter, folder.resolve("trial"), Duration.ofSeconds(40)).paint();

    assertThat(checkup.sentence())
        .startsWith("It painted a picture of 64 × 64 in ")
        .endsWith(" s.");
    assertThat(folder.resolve("trial")).doesNotExist();
  }

  @Test
  void aTrialThatFailsSaysWhy() throws InterruptedException {
    var entry =
        entry(
            config(Map.of("HATCHERY_RENDERERS_MFLUX_COMMAND", "sh,-c,echo no; exit 3,{output}")),
            "mflux");
    var renderer = Renderers.of("mflux", config(Map.of()).render(), entry, Map.of()).apply(vertx);

    assertThat(new RendererTrial(renderer, folder.resolve("trial"), Duration.ofSeconds(40)).paint())
        .hasToString(
            "Checkup[well=false, sentence=The painter crashed (exit code 3). It said: no]");
  }

  @Test
  void aTrialThatTakesTooLongSaysSoAndLeavesNothingBehind() throws InterruptedException {
    var command = "sh,-c,trap '' TERM; sleep 2468013,{output}";
    var entry = entry(config(Map.of("HATCHERY_RENDERERS_MFLUX_COMMAND", command)), "mflux");
    var renderer = Renderers.of("mflux", config(Map.of()).render(), entry, Map.of()).apply(vertx);

    assertThat(new RendererTrial(renderer, folder.resolve("trial"), Duration.ofSeconds(1)).paint())
        .hasToString("Checkup[well=false, sentence=It painted nothing within 1 s.]");
    assertThat(folder.resolve("trial")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfTheDocumentsWorks(String json) throws IOException {
    var file = Files.writeString(folder.resolve("my.json"), json);
    var config = new ConfigFile().read(file, Map.of(), Map.of());

    assertThat(renderer(config, config.render().renderer())).isNotNull();
    assertThat(config.render().renderer()).isNotEqualTo("painter");
  }

  @Test
  void theDocumentsChooseRenderersThatStandReady() throws IOException {
    var text =
        Files.readString(Path.of("README.md")) + Files.readString(Path.of("src/docs/renderers.md"));
    var chosen =
        Pattern.compile("HATCHERY_RENDER_RENDERER=(\\w+)")
            .matcher(text)
            .results()
            .map(choice -> choice.group(1))
            .toList();

    assertThat(chosen)
        .contains("mflux", "comfyui")
        .allSatisfy(
            name -> {
              var config = config(Map.of("HATCHERY_RENDER_RENDERER", name));
              assertThat(renderer(config, config.render().renderer())).isNotNull();
            });
  }

  static List<String> examples() throws IOException {
    var text =
        Files.readString(Path.of("README.md")) + Files.readString(Path.of("src/docs/renderers.md"));
    return Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(example -> example.group(1))
        .filter(example -> example.contains("\"renderers\""))
        .toList();
  }

  @Test
  void aCommandThatCanNeverWorkIsRefused() {
    var entry = entry(config(Map.of("HATCHERY_RENDERERS_MFLUX_COMMAND", "draw,{prompt}")), "mflux");

    assertThatThrownBy(() -> Renderers.of("mflux", config(Map.of()).render(), entry, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{output}");
  }

  private Renderer renderer(Config config, String name) {
    return Renderers.of(name, config.render(), entry(config, name), Map.of("pace", "0ms"))
        .apply(vertx);
  }

  private static RendererEntry entry(Config config, String name) {
    return Objects.requireNonNull(config.renderers().get(name));
  }

  private static Config config(Map<String, String> environment) {
    return new ConfigFile().read(null, environment, Map.of());
  }
}
