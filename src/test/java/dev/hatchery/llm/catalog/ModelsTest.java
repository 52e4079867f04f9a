package dev.hatchery.llm.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.config.ConfigFile;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.storyteller.Storyteller;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=b                                                            | storyteller
          ANTHROPIC_API_KEY=k OPENAI_API_KEY=k OLLAMA_HOST=h             | anthropic:claude-haiku-4-5
          OPENAI_API_KEY=k OLLAMA_HOST=h                                 | openai:gpt-4.1-mini
          OPENAI_BASE_URL=http://localhost:8000/v1                       | openai:gpt-4.1-mini
          OPENAI_BASE_URL=http://h/v1 HATCHERY_LLM_OPENAI_MODEL=mine     | openai:mine
          OLLAMA_HOST=127.0.0.1:11434                                    | ollama:llama3.2
          HATCHERY_LLM_OLLAMA_MODEL=qwen3                                | ollama:qwen3
          HATCHERY_LLM_CLAUDE_COMMAND=claude                             | claude
          HATCHERY_LLM_PROVIDER=claude HATCHERY_LLM_CLAUDE_MODEL=haiku   | claude:haiku
          ANTHROPIC_API_KEY=k HATCHERY_LLM_PROVIDER=storyteller          | storyteller
          ANTHROPIC_API_KEY=k HATCHERY_LLM_PROVIDER=ollama               | ollama:llama3.2
          """)
  void theFirstThatIsConfiguredWrites(String environment, String name) {
    assertThat(open(environment).name()).isEqualTo(name);
  }

  private LanguageModel open(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (var variable : variables.split(" ")) {
      environment.put(variable.split("=")[0], variable.split("=")[1]);
    }
    var settings = new ConfigFile().read(null, environment, Map.of()).llm();
    return new Models(settings, environment, vertx -> new Storyteller(vertx, Duration.ZERO))
        .open(vertx);
  }
}
