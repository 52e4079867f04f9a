package dev.hatchery.mission.tool.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final Bus bus = Bus.open(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aFreshMachineCalculatesAndSaysWhatTheOtherToolsLack() throws IOException {
    var tools = tools("{}", false);

    assertThat(names(tools.tools()))
        .containsExactly("calculate", "web_search", "web_extract", "write");
    assertThat(names(tools.serving(Category.CALCULATE))).containsExactly("calculate");
    assertThat(tools.serving(Category.SEARCH)).isEmpty();
    assertThat(tools.lacking())
        .containsExactly(
            "web_search needs a search engine in missions.searchUrl.",
            "web_extract reads no site until missions.allowedDomains names some.",
            "write needs a language model in llm; the embedded storyteller knows only companions.");
  }

  @Test
  void theToolsInTheReadmeAreAsItSays() throws IOException {
    var example =
        Pattern.compile("```json\n(\\{\\s*\"missions\".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(example.find()).isTrue();
    var tools = tools(example.group(1), false);

    assertThat(names(tools.tools())).contains("translate", "stock");
    assertThat(names(tools.serving(Category.SEARCH))).containsExactly("stock");
    assertThat(tools.lacking()).anyMatch(lack -> lack.contains("my-translator"));
  }

  @Test
  void whatIsConfiguredServesAndSoDoToolsOfTheUser() throws IOException {
    var tools =
        tools(
            """
            {"missions": {
              "searchUrl": "http://127.0.0.1:8888/search", "allowedDomains": ["*.example.org"],
              "tools": {
                "saw": {"serves": ["search", "write"], "command": ["cat"]},
                "ask": {"serves": ["search"], "url": "http://127.0.0.1:1/"}}}}
            """,
            true);

    assertThat(tools.lacking()).isEmpty();
    assertThat(names(tools.serving(Category.SEARCH))).containsExactly("web_search", "ask", "saw");
    assertThat(names(tools.serving(Category.WRITE))).containsExactly("write", "saw");
    assertThat(tools.find(new ToolName("saw"))).isPresent();
    assertThat(tools.find(new ToolName("hammer"))).isEmpty();
  }

  @Test
  void aToolThatCanNeverWorkStopsTheStart() {
    var settings =
        "{\"missions\": {\"tools\": {\"saw\": {\"serves\": [\"write\"], \"command\": [\"cat\","
            + " \"{x}\"]}}}}";

    assertThatThrownBy(() -> tools(settings, true))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("missions.tools.saw: ");
  }

  private Toolbox tools(String settings, boolean prose) throws IOException {
    var file = Files.writeString(folder.resolve("conf.json"), settings);
    var missions = new ConfigFile().read(file, Map.of(), Map.of()).missions();
    var environment = Map.of("PATH", "/usr/bin:/bin");
    return new Tools(missions, prose, environment, folder).open(vertx, bus).await();
  }

  private static List<String> names(List<Tool> tools) {
    return tools.stream().map(tool -> tool.name().value()).toList();
  }
}
