package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.Checkups.Finding;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.llm.FakeProvider;
import dev.hatchery.support.Postgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Doctor's findings on machines that are set up well and badly. */
@Timeout(120)
class DoctorTest {
  private static final String KEY = "sk-very-secret-0123456789";

  @TempDir Path folder;

  private final FakeProvider provider = new FakeProvider();
  private final Map<String, String> settings = new HashMap<>();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aFreshMachineIsWellAndItsPainterHasPainted() {
    var findings = examined(false);

    assertThat(findings)
        .allMatch(Finding::well)
        .extracting(Finding::part)
        .containsExactly("model", "renderer", "tools");
    assertThat(findings.getFirst().sentence()).isEqualTo("The storyteller is built in.");
    assertThat(findings.getLast().sentence())
        .startsWith("Ready: calculate. web_search needs a search engine in missions.searchUrl.");
    assertThat(findings.get(1).sentence())
        .startsWith("painter: It painted a picture of 64 × 64 in ");
  }

  @Test
  void aMissingCommandIsToldWithTheSettingThatNamesIt() {
    settings.put("HATCHERY_RENDER_RENDERER", "mflux");

    assertThat(renderer(false))
        .isEqualTo(
            new Finding(
                "renderer",
                false,
                "mflux: The painter is not installed: there is no program mflux-generate on the"
                    + " PATH. Write its full path into renderers.mflux.command, or choose another"
                    + " by render.renderer."));
  }

  @Test
  void aCommandThatIsThereIsNotStartedUnlessAskedFor() {
    command("sh,-c,echo no; exit 3,{output}");

    assertThat(renderer(false).sentence())
        .matches("mflux: Its program is /.*/sh\\. Whether it paints, doctor --paint tells\\.");
    assertThat(renderer(true))
        .isEqualTo(
            new Finding(
                "renderer", false, "mflux: The painter crashed (exit code 3). It said: no"));
  }

  @Test
  void aCommandThatCanNeverWorkIsToldWithItsKey() {
    command("sh,{prompt}");

    assertThat(renderer(false).well()).isFalse();
    assertThat(renderer(false).sentence()).contains("renderers.mflux", "{output}");
  }

  @Test
  void aDeadPaintingServerIsToldWithItsAddress() {
    var gone = gone();
    settings.put("HATCHERY_RENDER_RENDERER", "a1111");
    settings.put("HATCHERY_RENDERERS_A1111_URL", gone.toString());

    assertThat(renderer(false).well()).isFalse();
    assertThat(renderer(false).sentence())
        .startsWith("a1111: The painter's server at %s cannot be reached".formatted(gone))
        .endsWith("Start it, or set renderers.a1111.url.");
  }

  @Test
  void aWrongKeyIsToldWithoutTheKey() {
    settings.put("ANTHROPIC_API_KEY", KEY);
    settings.put("ANTHROPIC_BASE_URL", provider.url().toString());
    provider.answering(
        FakeProvider.status("401 No", "{\"error\":{\"message\":\"bad key %s\"}}".formatted(KEY)));

    assertThat(examined(false).getFirst())
        .isEqualTo(
            new Finding(
                "model",
                false,
                "anthropic:claude-haiku-4-5: Anthropic does not accept the key (401); set"
                    + " llm.anthropic.apiKey. It says: bad key •••"));
  }

  @Test
  void aDeadModelServerDoesNotKeepTheRendererFromBeingTried() {
    settings.put("OLLAMA_HOST", gone().toString());

    var findings = examined(false);

    assertThat(findings).extracting(Finding::well).containsExactly(false, true, true);
    assertThat(findings.getFirst().sentence())
        .startsWith("ollama:llama3.2: Nothing answers at http://127.0.0.1:")
        .endsWith("Is Ollama running there?");
  }

  private void command(String command) {
    settings.put("HATCHERY_RENDER_RENDERER", "mflux");
    settings.put("HATCHERY_RENDERERS_MFLUX_COMMAND", command);
  }

  private static URI gone() {
    try (var closed = new FakeProvider()) {
      return closed.url();
    }
  }

  @Test
  void aToolWhoseProgramIsMissingIsTold() throws IOException {
    var config =
        Files.writeString(
            folder.resolve("conf.json"),
            """
            {"missions": {"tools": {"saw": {"serves": ["write"], "command": ["no-such-saw"]}}}}
            """);
    var findings = new ArrayList<Finding>();

    new Doctor(Map.of("PATH", "/usr/bin:/bin"))
        .examine(new ConfigFile().read(config, settings, Map.of()), false, findings::add);

    assertThat(findings.getLast().well()).isFalse();
    assertThat(findings.getLast().sentence())
        .endsWith(
            "saw needs a program that is not installed: there is no program no-such-saw on the"
                + " PATH.");
  }

  private Finding renderer(boolean paint) {
    return examined(paint).get(1);
  }

  private List<Finding> examined(boolean paint) {
    var config = new ConfigFile().read(null, settings, Map.of());
    List<Finding> findings = new ArrayList<>();
    new Doctor(settings).examine(config, paint, findings::add);
    return findings;
  }

  @Test
  void aSharedDatabaseIsToldWithoutItsPassword() {
    var database = Postgres.shared().database();
    settings.put("HATCHERY_DATABASE", database.toString());
    var well = examined(false).getLast();
    Postgres.shared().drop(database);
    var gone = examined(false).getLast();

    assertThat(well.well()).isTrue();
    assertThat(well.sentence())
        .startsWith("PostgreSQL 18.4 at postgresql://hatchery@127.0.0.1:")
        .endsWith("; it takes 200 connections, and a node up to 10 of them.");
    assertThat(gone.well()).isFalse();
    assertThat(gone.sentence()).startsWith("There is no database postgresql://hatchery@127");
  }
}
