package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.config.ConfigFile;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.ModelName;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {
  @TempDir Path folder;

  @Test
  void theSettingsPriceUsesAndTheTokensOfTheModelThatWrites() throws IOException {
    var prices =
        prices("{\"missions\": {\"toolCosts\": {\"web_search\": 0.005, \"write\": 0.01}}}");

    assertThat(prices.cost(new ToolName("web_search"), 0)).isEqualTo(Usd.of("0.005"));
    assertThat(prices.cost(new ToolName("write"), 2_000)).isEqualTo(Usd.of("0.016"));
    assertThat(prices.cost(new ToolName("calculate"), 0)).isEqualTo(Usd.ZERO);
    assertThat(prices.understanding(new Intent(Category.WRITE, 0.9, 1_000)))
        .isEqualTo(Usd.of("0.003"));
    assertThat(prices.understanding(new Intent(Category.WRITE, 0.9))).isEqualTo(Usd.ZERO);
  }

  private Prices prices(String settings) throws IOException {
    var file = Files.writeString(folder.resolve("conf.json"), settings);
    var missions = new ConfigFile().read(file, Map.of(), Map.of()).missions();
    return Prices.of(missions, ModelName.of("anthropic:claude-haiku-4-5"));
  }
}
